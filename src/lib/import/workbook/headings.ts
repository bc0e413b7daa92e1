/** The words by which a table's columns are known, in each language that workbooks are written in, and by which partners name them in tables of their own. */
import type { WorkbookColumn } from '#domain/workbook.ts';

const HEADINGS: Readonly<Record<WorkbookColumn, readonly string[]>> = {
	line: ['Line', 'Ligne', 'السطر'],
	code: ['Code', 'Indicator code', 'Code de l’indicateur', 'الرمز', 'رمز المؤشر'],
	title: ['Indicator', 'Indicateur', 'المؤشر', 'Title', 'Titre', 'Intitulé', 'العنوان'],
	country: ['Country', 'Pays', 'البلد', 'الدولة'],
	result: ['Result', 'Résultat', 'النتيجة'],
	value: [
		...['Value', 'Valeur', 'القيمة', 'Figure', 'Chiffre', 'الرقم', 'Actual', 'Réalisé', 'المحقق'],
		...['This quarter', 'Ce trimestre', 'هذا الربع'],
	],
	numerator: ['Numerator', 'Numérateur', 'البسط'],
	denominator: ['Denominator', 'Dénominateur', 'المقام'],
	level: ['Step of the scale', 'Échelon', 'درجة السلم', 'Level', 'Niveau', 'المستوى'],
	text: ['Answer in words', 'Réponse en mots', 'الإجابة بالكلمات', 'Answer', 'Réponse', 'الإجابة'],
	inapplicable: [
		...['Not applicable because', 'Sans objet, parce que', 'لا ينطبق، لأن'],
		...['Not applicable', 'Sans objet', 'لا ينطبق'],
	],
	verification: ['Source of verification', 'Source de vérification', 'مصدر التحقق'],
	note: ['Note', 'Remarque', 'ملاحظة', 'Comment', 'Commentaire', 'تعليق', 'ملاحظات'],
	split: ['Split by', 'Ventilé par', 'التصنيف حسب'],
	category: ['Category', 'Catégorie', 'الفئة'],
	part: ['Number in the category', 'Nombre dans la catégorie', 'العدد في الفئة'],
};

/** The column a heading names. What stands in brackets after it explains it and is left aside. */
export function columnOf(heading: string): WorkbookColumn | undefined {
	return BY_WORD.get(plainWords(heading)) ?? BY_WORD.get(plainWords(heading.replace(/[([].*$/su, '')));
}

/** Words as they are compared: without case, accents, vowel signs, marks and double spaces. */
export function plainWords(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}|\p{Cf}|ـ/gu, '')
		.replace(/[أإآٱ]/gu, 'ا')
		.replace(/[^\p{L}\p{N}%]+/gu, ' ')
		.trim()
		.toLowerCase();
}

const BY_WORD = new Map(
	Object.entries(HEADINGS).flatMap(([column, words]) =>
		words.map((word) => [plainWords(word), column as WorkbookColumn] as const),
	),
);
