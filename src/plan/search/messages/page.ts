// A page of the plan: what it is about, what stands under it, and where its facts come from.
import { capital } from '../../../core/message/domain/text-ends.ts';
import {
  type Block,
  buttonRow,
  inline,
  listOf,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { PageFacts, Statement } from '../domain/found.ts';
import { lineTo, type PageKind, type Place, type PlaceKind } from '../domain/place.ts';
import { placeNames, placeText } from './place-text.ts';

/** What all of a kind are called. */
const plurals: Partial<Record<PlaceKind, string>> = {
  area: 'Areas for development',
  priority: 'Strategic priorities',
  'priority-area': 'Priority areas',
  'kpi-table': 'KPIs',
  term: 'Abbreviations',
  voice: 'What people said',
  document: 'Documents',
  plan: 'The plan',
};

/** So many lead on by a button. */
const BUTTONS = 5;

/** The page. */
export function pageMessage({ name, texts, places, statements, sources }: PageFacts): Message {
  const kinds = [...new Set(places.map(({ kind }) => kind))];
  const onlyKind = name.ref === '' && kinds.length === 1;
  const blocks = [
    ...texts.map((text) => paragraph(text)),
    ...kinds.flatMap((kind) => [
      ...(onlyKind ? [] : [paragraph(strong(allOf(kind)))]),
      ...listOf(
        places.filter((place) => place.kind === kind),
        (place) => inline(placeText(place), place.text ? ` — ${place.text}` : ''),
      ),
    ]),
    ...statementBlocks(statements, name.kind),
    ...sourceBlocks(sources),
    ...buttons(places),
  ];
  return {
    title: name.ref === '' ? allOf(name.kind) : titleOf(name),
    blocks: blocks.length > 0 ? blocks : [paragraph('The plan says nothing more about it.')],
  };
}

function titleOf(name: Place): string {
  return name.kind === 'statement' ? capital(name.name) : placeText(name);
}

function allOf(kind: PlaceKind): string {
  return plurals[kind] ?? `${capital(placeNames[kind])}s`;
}

function statementBlocks(statements: readonly Statement[], kind: PageKind | PlaceKind): Block[] {
  if (statements.length === 0) return [];
  return [
    ...(kind === 'statement' || kind === 'voice'
      ? []
      : [paragraph(strong('What the documents say'))]),
    ...listOf(statements, ({ heading, summary, figures }) =>
      inline(
        ...(heading ? [strong(heading), `: ${summary}`] : [summary]),
        figures.length > 0 ? ` (${figures.join('; ')})` : '',
      ),
    ),
  ];
}

/** `Progress update, lines 12 and 14`. */
function sourceBlocks(sources: PageFacts['sources']): Block[] {
  const documents = [...new Set(sources.map(({ document }) => document))];
  const texts = documents.map((document) => {
    const lines = sources.filter((one) => one.document === document).map(({ line }) => line);
    return `${document}, ${lines.length > 1 ? 'lines' : 'line'} ${lines.join(', ')}`;
  });
  return texts.length > 0 ? [paragraph(`Source: ${texts.join('; ')}.`)] : [];
}

function buttons(places: readonly Place[]): Block[] {
  const actions = places.slice(0, BUTTONS).map((place) => ({
    label: placeText(place).slice(0, 60),
    line: lineTo(place),
  }));
  return actions.length > 0 ? [buttonRow(actions)] : [];
}
