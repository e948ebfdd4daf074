import { inBothLanguages } from '../pages/in-both-languages.js';

export const apiTexts = inBothLanguages({
  sv: {
    title: 'API',
    lead: 'Det mesta som sidorna gör kan också ett program göra. Beskrivningarna är på engelska.',
    document: 'Beskrivningen som OpenAPI-dokument',
    contents: 'Innehåll',
    inputs: 'Det här skickar du',
    name: 'Namn',
    place: 'Var',
    type: 'Typ',
    about: 'Vad',
    required: 'Krävs',
    answers: 'Det här får du',
    problems: 'Fel kommer som problemdokument (RFC 9457) med en kod i type, till exempel urn:synpunkter:problem:stale-revision.',
  },
  en: {
    title: 'API',
    lead: 'Most of what the pages do, a program can do too.',
    document: 'The description as an OpenAPI document',
    contents: 'Contents',
    inputs: 'What you send',
    name: 'Name',
    place: 'Where',
    type: 'Type',
    about: 'What',
    required: 'Required',
    answers: 'What you get',
    problems: 'Errors come as problem documents (RFC 9457) with a code in type, as in urn:synpunkter:problem:stale-revision.',
  },
});
