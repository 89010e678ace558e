import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Markup = HtmlEscapedString;

/** Markup in which every value is escaped: nothing that a target sends gets into the page as it is. */
export const markup = html as (strings: TemplateStringsArray, ...values: readonly unknown[]) => Markup;
