import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Elements of a document in their order. @throws when it is not well-formed */
export function xmlElements(xml: string): XmlElement[] {
  const elements: XmlElement[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])) }));
  parser.write(xml).close();
  return elements;
}
