/** Titles of the demonstration's own indicators: [code, French, Arabic]. */
export const rdppTitles: readonly (readonly [code: string, fr: string, ar: string])[] = [
	['P1', 'Nombre de victimes de la traite identifiées', 'عدد ضحايا الاتجار بالأشخاص الذين تم التعرف عليهم'],
	[
		'P2',
		'Nombre de victimes de la traite assistées ou orientées vers des services',
		'عدد ضحايا الاتجار بالأشخاص الذين تلقوا المساعدة أو أحيلوا إلى الخدمات',
	],
	[
		'P3',
		'Délai moyen, en jours, entre l’identification et le premier service de protection',
		'متوسط عدد الأيام بين التعرف على الضحية وأول خدمة حماية',
	],
	[
		'P4',
		'Part des survivants ayant achevé leur plan de réinsertion',
		'نسبة الناجين الذين أكملوا خطة إعادة إدماجهم',
	],
	[
		'P5',
		'Nombre de migrants, de réfugiés et de demandeurs d’asile recevant une aide directe',
		'عدد المهاجرين واللاجئين وطالبي اللجوء الذين تلقوا مساعدة مباشرة',
	],
	[
		'P6',
		'Part des orientations ayant abouti à un service en dix jours au plus',
		'نسبة الإحالات التي وصلت إلى الخدمة خلال عشرة أيام',
	],
	['P7', 'Nombre de places d’hébergement disponibles', 'عدد أماكن الإيواء المتاحة'],
	['P8', 'Dossiers de protection ouverts par intervenant', 'عدد حالات الحماية المفتوحة لكل أخصائي حالة'],
	[
		'D1',
		'Nombre de personnes ayant achevé une formation professionnelle',
		'عدد الأشخاص الذين أتموا التدريب المهني',
	],
	[
		'D2',
		'Nombre de petites entreprises créées et toujours ouvertes après six mois',
		'عدد المشاريع الصغيرة التي أُنشئت وما زالت تعمل بعد ستة أشهر',
	],
	[
		'D3',
		'Part des stagiaires en emploi ou à leur compte après six mois',
		'نسبة المتدربين العاملين أو أصحاب العمل الحر بعد ستة أشهر',
	],
	['D5', 'Nombre de contacts lors des séances de sensibilisation', 'عدد الحضور في جلسات التوعية'],
	[
		'C1',
		'Nombre de membres d’OSC formés à repérer et assister les victimes de la traite',
		'عدد العاملين في منظمات المجتمع المدني المدربين على التعرف على ضحايا الاتجار ومساعدتهم',
	],
	[
		'C2',
		'Nombre d’OSC actives dans le réseau d’orientation',
		'عدد منظمات المجتمع المدني الناشطة في شبكة الإحالة',
	],
	['C3', 'Maturité du mécanisme national d’orientation', 'مدى نضج آلية الإحالة الوطنية'],
	['C4', 'Coopération entre les autorités et la société civile', 'التعاون بين السلطات والمجتمع المدني'],
];
