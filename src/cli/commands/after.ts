import type { Command } from 'commander';
import type { Finish } from './finish.ts';
import { given } from './flags.ts';

/** Adds what follows a run: `judge`, `report`, `diff` and `sweep`. */
export function addAfter(program: Command, finish: Finish): void {
  program
    .command('judge <folder>')
    .description('decide the verdicts of a run again from its folder of evidence, without a network')
    .option('--report-dir <folder>', 'where the reports go; default judged, beside the evidence')
    .option('--ctrf', 'also write ctrf.json')
    .option('--har', 'also write exchanges.har')
    .action(async (folder: string, { reportDir, ctrf = false, har = false }: JudgeFlags) => {
      const { judgeCommand } = await import('../judge-command.ts');
      finish(await judgeCommand({ folder, reportDir, extras: { ctrf, har } }));
    });
  program
    .command('report [results]')
    .description('write the reports again from a results.json; default the one in the report folder')
    .option('--report-dir <folder>', 'where the reports go; default beside the results')
    .action(async (results: string | undefined, { reportDir }: { reportDir?: string }) => {
      const { reportCommand } = await import('../report-command.ts');
      finish(await reportCommand(results, reportDir));
    });
  program
    .command('diff <earlier> <later>')
    .description('tell which verdicts differ between two results.json; exit code 1 where one fails that did not')
    .option('--json', 'tell it as JSON')
    .action(async (earlier: string, later: string, { json = false }: { json?: boolean }) => {
      const { diffCommand } = await import('../diff-command.ts');
      finish(await diffCommand(earlier, later, json));
    });
  program
    .command('sweep [journals...]')
    .description('delete what a killed run left behind, as its journal lists it')
    .option('--report-dir <folder>', 'where the journals are, if none is named')
    .action(async (journals: string[], { reportDir }: { reportDir?: string }) => {
      const { sweepCommand } = await import('../sweep-command.ts');
      finish(await sweepCommand(given({ CONFORMANCE_REPORT_DIR: reportDir }), journals));
    });
}

interface JudgeFlags {
  readonly reportDir?: string;
  readonly ctrf?: boolean;
  readonly har?: boolean;
}
