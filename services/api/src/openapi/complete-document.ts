/** placeholder */
export function completeDocument<Document>(document: Document): Document {
  return document;
}
