/** Takes the exit code of whichever command ran. */
export type Finish = (code: number) => void;
