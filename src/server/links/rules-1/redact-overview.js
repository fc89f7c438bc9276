import { sql } from "kysely";
import { japanesePairs, traditionalPairs } from "#server/core/text-folding/traditional-variants.ts";
// src/domain/decimal.ts
const shape = /^-?\d+(\.\d+)?$/;
const isDecimal = (text) => shape.test(text);
function parts(value) {
	if (!isDecimal(value)) throw new RangeError(`not a decimal: ${value.slice(0, 40)}`);
	const point = value.indexOf(".");
	if (point < 0) return {
		digits: BigInt(value),
		scale: 0
	};
	return {
		digits: BigInt(value.slice(0, point) + value.slice(point + 1)),
		scale: value.length - point - 1
	};
}
function text$1({ digits, scale }) {
	const negative = digits < 0n;
	const plain = (negative ? -digits : digits).toString().padStart(scale + 1, "0");
	const whole = plain.slice(0, plain.length - scale);
	const fraction = plain.slice(plain.length - scale).replace(/0+$/, "");
	return `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
const widen = ({ digits, scale }, to) => digits * 10n ** BigInt(to - scale);
function addDecimal(a, b) {
	const [x, y] = [parts(a), parts(b)];
	const scale = Math.max(x.scale, y.scale);
	return text$1({
		digits: widen(x, scale) + widen(y, scale),
		scale
	});
}
const negateDecimal = (a) => {
	const { digits, scale } = parts(a);
	return text$1({
		digits: -digits,
		scale
	});
};
const subtractDecimal = (a, b) => addDecimal(a, negateDecimal(b));
function compareDecimal(a, b) {
	const [x, y] = [parts(a), parts(b)];
	const scale = Math.max(x.scale, y.scale);
	const [p, q] = [widen(x, scale), widen(y, scale)];
	return p < q ? -1 : p > q ? 1 : 0;
}
function scaleByTen(a, power) {
	const { digits, scale } = parts(a);
	return power >= scale ? text$1({
		digits: digits * 10n ** BigInt(power - scale),
		scale: 0
	}) : text$1({
		digits,
		scale: scale - power
	});
}
function floorDecimal(a) {
	const { digits, scale } = parts(a);
	const unit = 10n ** BigInt(scale);
	const whole = digits / unit;
	return (digits < 0n && digits % unit !== 0n ? whole - 1n : whole).toString();
}
const isWhole = (a) => compareDecimal(a, floorDecimal(a)) === 0;
const toNumber = (a) => {
	parts(a);
	return Number(a);
};
// src/domain/money.ts
const without$1 = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" "));
const three = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));
const minorDigits = (currency) => without$1.has(currency) ? 0 : three.has(currency) ? 3 : 2;
const toWire = (money) => ({
	minor: money.minor.toString(),
	currency: money.currency
});
function fromWire(wire) {
	if (!/^-?\d+$/.test(wire.minor)) throw new RangeError(`not an integer: ${wire.minor.slice(0, 40)}`);
	return {
		minor: BigInt(wire.minor),
		currency: wire.currency
	};
}
function addMoney(a, b) {
	if (a.currency !== b.currency) throw new RangeError(`two currencies: ${a.currency} and ${b.currency}`);
	return {
		minor: a.minor + b.minor,
		currency: a.currency
	};
}
function sumMoney(amounts) {
	const totals = /* @__PURE__ */ new Map();
	for (const amount of amounts) {
		const before = totals.get(amount.currency);
		totals.set(amount.currency, before === void 0 ? amount : addMoney(before, amount));
	}
	return [...totals.values()];
}
const sumWire = (lists) => sumMoney(lists.flat().map(fromWire)).map(toWire).sort((a, b) => a.currency < b.currency ? -1 : 1);
const toMajor = (money) => scaleByTen(money.minor.toString(), -minorDigits(money.currency));
// src/domain/period.ts
const daysPerMonth = 30.4375;
const leap = (year) => year % 4 === 0 && year % 100 !== 0 || year % 400 === 0;
const lengths = [
	31,
	28,
	31,
	30,
	31,
	30,
	31,
	31,
	30,
	31,
	30,
	31
];
const daysIn = (year, month) => month === 2 && leap(year) ? 29 : lengths[month - 1] ?? 0;
const pad = (n, width = 2) => String(n).padStart(width, "0");
const split = (text) => [
	Number(text.slice(0, 4)),
	Number(text.slice(5, 7)),
	Number(text.slice(8, 10))
];
function dayNumber(date) {
	const [year, month, day] = split(date);
	const y = month <= 2 ? year - 1 : year;
	const era = Math.floor(y / 400);
	const ofEra = y - era * 400;
	const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}
function dateOf$1(day) {
	const z = day + 719468;
	const era = Math.floor(z / 146097);
	const ofEra = z - era * 146097;
	const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
	const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shifted = Math.floor((5 * ofYear + 2) / 153);
	const month = shifted < 10 ? shifted + 3 : shifted - 9;
	return `${pad(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${pad(month)}-${pad(ofYear - Math.floor((153 * shifted + 2) / 5) + 1)}`;
}
const dayOf = (moment) => moment.toISOString().slice(0, 10);
const addDays = (date, days) => dateOf$1(dayNumber(date) + days);
const daysBetween = (from, to) => dayNumber(to) - dayNumber(from);
const monthOf = (date) => date.slice(0, 7);
function monthEnd(month) {
	const [year, m] = split(month);
	return `${month}-${pad(daysIn(year, m))}`;
}
function addMonths(month, count) {
	const [year, m] = split(month);
	const total = year * 12 + m - 1 + count;
	return `${pad(Math.floor(total / 12), 4)}-${pad((total % 12 + 12) % 12 + 1)}`;
}
function monthsApart(from, to) {
	const [y1, m1] = split(from);
	const [y2, m2] = split(to);
	return (y2 - y1) * 12 + m2 - m1;
}
const isMonthEnd = (date) => date === monthEnd(monthOf(date));
const monthsBetween = (from, to) => isMonthEnd(from) && isMonthEnd(to) ? monthsApart(monthOf(from), monthOf(to)) : daysBetween(from, to) / daysPerMonth;
// src/domain/stage.ts
const stages = [
	"lead",
	"negotiation",
	"signed",
	"registered",
	"construction",
	"operation",
	"full_capacity"
];
const stagesAndUnknown = [...stages, "unknown"];
const stageRank = (stage) => stage === "unknown" ? void 0 : stages.indexOf(stage);
const hasReached = (stage, wanted) => (stageRank(stage) ?? -1) >= stages.indexOf(wanted);
function stageGroup(stage, status, mapping) {
	if (status !== "active" || stage === "unknown") return "neither";
	if (mapping.established.includes(stage)) return "established";
	return mapping.pipeline.includes(stage) ? "pipeline" : "neither";
}
// src/domain/stage-days.ts
const stalledAfterDays = {
	lead: 90,
	negotiation: 180,
	signed: 180,
	registered: 270,
	construction: 120
};
function daysAt(held, share) {
	const sorted = held.filter(({ count }) => count > 0).toSorted((a, b) => a.days - b.days);
	const total = sorted.reduce((sum, { count }) => sum + count, 0);
	if (total === 0) return void 0;
	const position = (total - 1) * share;
	const below = nth(sorted, Math.floor(position));
	return below + (nth(sorted, Math.ceil(position)) - below) * (position - Math.floor(position));
}
function nth(sorted, position) {
	let passed = 0;
	for (const { days, count } of sorted) {
		passed += count;
		if (position < passed) return days;
	}
	return sorted.at(-1)?.days ?? 0;
}
// src/domain/pipeline.ts
const shownStalled = 50;
const isRegression = (from, to) => from !== void 0 && from !== "unknown" && to !== "unknown" && stages.indexOf(to) < stages.indexOf(from);
const none = {
	count: 0,
	undisclosed: 0,
	amounts: []
};
function stageRow(stage, { rows, mapping, as_of }) {
	const { count, undisclosed, amounts } = rows.sums.find((row) => row.stage === stage) ?? none;
	const held = rows.since.filter((row) => row.stage === stage).flatMap((row) => row.since === null ? [] : [{
		days: daysBetween(row.since, as_of),
		count: row.count
	}]);
	const dated = held.reduce((sum, row) => sum + row.count, 0);
	const [median, p80] = [daysAt(held, .5), daysAt(held, .8)];
	return {
		stage,
		group: stageGroup(stage, "active", mapping),
		count,
		undisclosed,
		amounts,
		dated,
		undated: count - dated,
		...median === void 0 ? {} : { median_days: median },
		...p80 === void 0 ? {} : { p80_days: p80 }
	};
}
function movesOf$1(moves, changes) {
	const order = (stage) => stage === null ? -1 : stagesAndUnknown.indexOf(stage);
	return moves.toSorted((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to)).map(({ from, to, count }) => {
		const projects = changes.filter((change) => from === null ? change.kind === "new" && change.to === to : change.kind === "stage" && change.from === from && change.to === to);
		return {
			...from === null ? {} : { from },
			to,
			count,
			regression: isRegression(from ?? void 0, to),
			projects: projects.map(({ code, name, date }) => ({
				code,
				name,
				date
			}))
		};
	});
}
function makePipeline(input) {
	const { origin, revision, as_of, compare, rows } = input;
	const table = stagesAndUnknown.filter((stage) => stage !== "unknown" || rows.sums.some((row) => row.stage === stage)).map((stage) => stageRow(stage, input));
	const coming = table.filter((row) => row.group === "pipeline");
	const total = (of) => coming.reduce((sum, row) => sum + of(row), 0);
	const stalled = rows.stalled.map((row) => ({
		...row,
		days: daysBetween(row.since, as_of),
		limit: stalledAfterDays[row.stage] ?? 0
	})).toSorted((a, b) => b.days - a.days || (a.code < b.code ? -1 : 1));
	return {
		origin,
		revision,
		as_of,
		...compare === void 0 ? {} : { compare },
		data_status: rows.data_status,
		stages: table,
		pipeline: {
			count: total((row) => row.count),
			undisclosed: total((row) => row.undisclosed),
			amounts: sumWire(coming.map((row) => row.amounts)),
			undated: total((row) => row.undated)
		},
		on_hold: rows.on_hold,
		...compare === void 0 || rows.moves === void 0 ? {} : { moves: {
			since: compare,
			total: rows.moves.reduce((sum, move) => sum + move.count, 0),
			items: movesOf$1(rows.moves, rows.changes)
		} },
		stalled: {
			items: stalled.slice(0, shownStalled),
			total: rows.stalled_total,
			not_judged: rows.not_judged
		}
	};
}
// src/domain/terms/term.ts
const words$1 = (zh, ja, en) => ({
	"zh-CN": zh,
	ja,
	en
});
const sameWords = (text) => words$1(text, text, text);
// src/domain/headline.ts
const sourceTitle = (profile, id) => profile.sources.find((source) => source.id === id)?.title ?? sameWords(id);
const factFigure = (profile, fact) => ({
	value: fact.value,
	unit: fact.unit,
	...fact.qualifier === void 0 ? {} : { qualifier: fact.qualifier },
	data_status: profile.fictional ? "illustrative" : "reported",
	source: sourceTitle(profile, fact.source),
	date: fact.date,
	...fact.note === void 0 ? {} : { note: fact.note },
	...fact.name === void 0 ? {} : { name: fact.name }
});
function publishedFigure(profile, id, day) {
	const fact = profile.published.filter((f) => f.id === id && f.date <= day).reduce((a, b) => a === void 0 || b.date >= a.date ? b : a, void 0);
	return fact && factFigure(profile, fact);
}
function publishedClasses(profile, day) {
	const named = profile.published.filter((fact) => fact.unit === "projects" && fact.name !== void 0 && fact.date <= day);
	const newest = named.map((fact) => fact.date).toSorted().at(-1);
	return named.filter((fact) => fact.date === newest).map((fact) => factFigure(profile, fact));
}
function published(profile, day) {
	const [established, established_investment, pipeline] = [
		"established_projects",
		"established_investment",
		"pipeline_projects"
	].map((id) => publishedFigure(profile, id, day));
	const classes = established === void 0 && pipeline === void 0 ? publishedClasses(profile, day) : [];
	return {
		...figures$1({
			established,
			established_investment,
			pipeline
		}),
		...classes.length === 0 ? {} : { classes }
	};
}
function publishedBefore(profile, day) {
	const { classes: _, ...same } = published(profile, day);
	return same;
}
const investmentFigures = ({ established_investment, established_sums }) => established_investment === void 0 ? established_sums ?? [] : [established_investment];
const figures$1 = (parts) => ({
	...parts.established === void 0 ? {} : { established: parts.established },
	...parts.established_investment === void 0 ? {} : { established_investment: parts.established_investment },
	...parts.pipeline === void 0 ? {} : { pipeline: parts.pipeline }
});
function countGroups(rows, mapping) {
	const count = (stages) => rows.filter((row) => stages.includes(row.stage)).reduce((sum, row) => sum + row.count, 0);
	return {
		established: count(mapping.established),
		pipeline: count(mapping.pipeline)
	};
}
function counted$1(register, profile, day) {
	const rows = register.rows.filter((row) => profile.stage_mapping.established.some((stage) => stage === row.stage));
	const totals = sumWire(rows.map((row) => row.amounts)).toSorted((a, b) => a.currency === profile.base_currency ? -1 : b.currency === profile.base_currency || a.currency > b.currency ? 1 : -1);
	const undisclosed = rows.reduce((sum, row) => sum + row.undisclosed, 0);
	const groups = countGroups(register.rows, profile.stage_mapping);
	const common = {
		data_status: register.data_status,
		date: day
	};
	const sums = totals.map((total) => ({
		value: toMajor(fromWire(total)),
		unit: total.currency,
		...undisclosed > 0 ? { qualifier: "at_least" } : {},
		...common
	}));
	const counts = figures$1({
		established: {
			value: String(groups.established),
			unit: "projects",
			...common
		},
		established_investment: sums.length === 1 ? sums[0] : void 0,
		pipeline: {
			value: String(groups.pipeline),
			unit: "projects",
			...common
		}
	});
	return sums.length > 1 ? {
		...counts,
		established_sums: sums
	} : counts;
}
function countedBefore(input, day) {
	if (input.register.before === void 0) return {};
	const groups = countGroups(input.register.before, input.profile.stage_mapping);
	const figure = (value) => ({
		value: String(value),
		unit: "projects",
		data_status: input.register.data_status,
		date: day
	});
	return {
		established: figure(groups.established),
		pipeline: figure(groups.pipeline)
	};
}
function headline(input) {
	const { profile, as_of, compare } = input;
	if (profile.published.length > 0 && (profile.origin !== "own" || input.register.total === 0)) return {
		...published(profile, as_of),
		before: compare === void 0 ? {} : publishedBefore(profile, compare)
	};
	return {
		...counted$1(input.register, profile, as_of),
		before: compare === void 0 ? {} : countedBefore(input, compare)
	};
}
// src/domain/redaction/kept-fields.ts
function keep(rule, from) {
	const kept = Object.entries(from).filter(([key]) => Object.hasOwn(rule, key) && rule[key] === true);
	return Object.fromEntries(kept);
}
const figure = {
	value: true,
	unit: true,
	qualifier: true,
	data_status: true,
	source: true,
	date: true,
	note: true,
	name: true
};
const keptFigure = (from) => keep(figure, from);
const point = {
	period: true,
	date: true,
	value: true,
	missing: true,
	in_month: true,
	data_status: true,
	source: false,
	revised_from: true
};
const target = {
	indicator: true,
	kind: true,
	unit: true,
	name: true,
	definition: true,
	comparator: true,
	target: true,
	wording: true,
	deadline: true,
	target_source: true,
	target_source_date: true,
	baseline: true,
	now: true,
	missing: true,
	stale: true,
	completion: true,
	elapsed: true,
	plan: true,
	gap: true,
	attainment: true,
	remaining: true,
	required_per_month: true,
	current_per_month: true,
	acceleration: true,
	pace: true,
	forecast: true,
	verdict: true,
	verdict_status: true,
	checklist: true,
	series: true,
	cause: false
};
const keptTarget = (from, revisions) => ({
	...keep(target, from),
	series: from.series.map((one) => {
		const { revised_from, ...kept } = keep(point, one);
		return revisions && revised_from !== void 0 ? {
			...kept,
			revised_from
		} : kept;
	})
});
const zone = {
	name: true,
	short_name: true,
	fictional: true,
	base_currency: true,
	industries: true,
	stage_words: true,
	definitions: true
};
const keptZone = (from) => keep(zone, from);
const plan = {
	path: true,
	checkpoints: true,
	start: true
};
const keptPlan = (from) => keep(plan, from);
const phase = {
	id: true,
	name: true,
	start: true,
	end: true,
	elapsed: true
};
const keptPhase = (from) => keep(phase, from);
const keptClosed = ({ period, changed }) => ({
	period,
	changed: changed.map(({ indicator, period: month, before, now }) => ({
		indicator,
		period: month,
		...before === void 0 ? {} : { before },
		...now === void 0 ? {} : { now }
	}))
});
function keptChange(item) {
	const { code, name, date } = item;
	if (item.kind === "new") return {
		kind: "new",
		code,
		name,
		to: item.to,
		date
	};
	if (item.kind === "status") return {
		kind: "status",
		code,
		name,
		from: item.from,
		to: item.to,
		date
	};
	return {
		kind: "stage",
		code,
		name,
		...item.from === void 0 ? {} : { from: item.from },
		to: item.to,
		date,
		regression: item.regression
	};
}
const all = {
	smallest_group: 3,
	sections: [
		"headline",
		"targets",
		"revisions",
		"phases",
		"strip",
		"changes",
		"established",
		"milestones",
		"industries"
	],
	without: []
};
({ ...all }), { ...all }, { ...all };
const fewestOf = ({ smallest_group, without }) => without.length > 0 ? Math.max(3, smallest_group) : smallest_group;
const isNamed = ({ names }, stage) => names === "shown" || names === "registered" && stage !== void 0 && hasReached(stage, "registered");
// src/domain/redaction/row-space.ts
const gcd = (a, b) => b === 0n ? a < 0n ? -a : a : gcd(b, a % b);
function reduced(vector) {
	const common = vector.reduce(gcd, 0n);
	return common > 1n ? vector.map((value) => value / common) : [...vector];
}
var RowSpace = class {
	#rows = [];
	get rank() {
		return this.#rows.length;
	}
	add(vector) {
		const row = this.#rows.reduce((rest, known) => without(rest, known), vector);
		const pivot = row.findIndex((value) => value !== 0n);
		if (pivot < 0) return;
		this.#rows = [...this.#rows.map((known) => ({
			...known,
			row: without(known.row, {
				pivot,
				row
			})
		})), {
			pivot,
			row
		}];
	}
	freedom(width) {
		const pivots = new Map(this.#rows.map(({ pivot, row }) => [pivot, row]));
		const free = Array.from({ length: width }, (_, i) => i).filter((i) => !pivots.has(i));
		const scales = free.map((at) => this.#rows.reduce((scale, { pivot, row }) => row[at] === 0n ? scale : lcm(scale, row[pivot] ?? 1n), 1n));
		return Array.from({ length: width }, (_, i) => {
			const row = pivots.get(i);
			if (row === void 0) return free.map((at, j) => at === i ? scales[j] ?? 1n : 0n);
			return free.map((at, j) => -(row[at] ?? 0n) * (scales[j] ?? 1n) / (row[i] ?? 1n));
		});
	}
};
const lcm = (a, b) => {
	const product = a / gcd(a, b) * b;
	return product < 0n ? -product : product;
};
function without(vector, { pivot, row }) {
	const [at, by] = [vector[pivot] ?? 0n, row[pivot] ?? 0n];
	if (at === 0n) return vector;
	return reduced(vector.map((value, i) => value * by - (row[i] ?? 0n) * at));
}
// src/domain/redaction/safe-sums.ts
const mostUnions = 2e4;
function smallUnions(atoms, fewest) {
	const found = [];
	const sameAs = (at, union) => atoms[at]?.projects !== void 0 && union.some((other) => atoms[other]?.projects === atoms[at]?.projects);
	const extend = (from, union, size) => {
		for (let i = from; i < atoms.length && found.length <= mostUnions; i++) {
			const next = size + (sameAs(i, union) ? 0 : atoms[i]?.size ?? 0);
			if (atoms[i]?.size === 0 || next >= fewest) continue;
			const more = [...union, i];
			if (more.some((at) => atoms[at]?.hidden === true)) found.push(more);
			extend(i + 1, more, next);
		}
	};
	extend(0, [], 0);
	return found.length > mostUnions ? void 0 : found;
}
function known(atoms, shown) {
	const each = new Set(shown.flatMap((item) => item.kind === "each" ? item.of : []));
	const space = new RowSpace();
	for (const item of shown) {
		if (item.kind === "each") continue;
		const vector = atoms.map(() => 0n);
		for (const [list, sign] of [[item.of, 1n], [item.less ?? [], -1n]]) for (const at of list) if ((atoms[at]?.size ?? 0) > 0 && !each.has(at)) vector[at] = (vector[at] ?? 0n) + sign;
		space.add(vector);
	}
	const freedom = space.freedom(atoms.length);
	const lines = freedom.map((row) => {
		const first = row.find((value) => value !== 0n) ?? 0n;
		return first === 0n ? "" : reduced(first < 0n ? row.map((value) => -value) : row).join(" ");
	});
	return (given) => {
		const of = given.filter((at) => !each.has(at));
		const [one, two, ...more] = of;
		if (one === void 0) return 0;
		if (two === void 0) return lines[one] === "" ? 1 : 0;
		if (more.length === 0 && lines[one] !== "" && lines[two] !== "") return lines[one] === lines[two] ? 1 : 0;
		const left = new RowSpace();
		for (const at of of) left.add(freedom[at] ?? []);
		return of.length - left.rank;
	};
}
function safeSums({ atoms, facts, elsewhere = [], showables, fewest }) {
	const unions = smallUnions(atoms, fewest)?.map((union) => ({
		union,
		open: union.filter((at) => atoms[at]?.hidden !== true)
	}));
	if (unions === void 0) return showables.map(() => false);
	const given = (shown) => {
		const of = known(atoms, shown);
		return unions.map(({ union, open }) => of(union) - of(open));
	};
	const checks = [facts, ...elsewhere.length === 0 ? [] : [[...facts, ...elsewhere]]].map((base) => ({
		base,
		before: given(base)
	}));
	const shown = [];
	return showables.map((item) => {
		const safe = checks.every(({ base, before }) => given([
			...base,
			...shown,
			item
		]).every((ways, i) => ways <= (before[i] ?? 0)));
		if (safe) shown.push(item);
		return safe;
	});
}
// src/domain/redaction/strip-amounts.ts
const withCurrency = (projects, currency) => projects.filter(({ money }) => money?.currency === currency).length;
function behind(row, currency) {
	if (!row.amounts.some((money) => money.currency === currency)) return 0;
	return row.amounts.length === 1 ? row.count - row.undisclosed : Math.max(1, withCurrency(row.dots, currency));
}
function shownAmounts(currency, { profile, groups, out, published, listed }) {
	const atoms = [];
	const add = (size, hidden) => atoms.push({
		size,
		hidden
	}) - 1;
	const rows = groups.flatMap(({ group, rows: own }) => own.map((row) => ({
		group,
		row,
		at: add(behind(row, currency), !(profile.amounts === "all" && listed(row)))
	})));
	const apart = add(withCurrency(out, currency), true);
	const of = (group) => rows.flatMap((one) => one.group === group ? [one.at] : []);
	const facts = published?.unit === currency ? [{
		kind: "sum",
		of: [...of("established"), apart]
	}] : [];
	const bySize = rows.toSorted((a, b) => (atoms[b.at]?.size ?? 0) - (atoms[a.at]?.size ?? 0));
	const each = profile.amounts === "all" ? bySize.filter(({ row }) => listed(row)) : [];
	const safe = safeSums({
		atoms,
		facts,
		showables: [
			...each.map(({ at }) => ({
				kind: "each",
				of: [at]
			})),
			...groups.map(({ group }) => ({
				kind: "sum",
				of: of(group)
			})),
			...bySize.map(({ at }) => ({
				kind: "sum",
				of: [at]
			}))
		],
		fewest: fewestOf(profile)
	});
	const [groupsFrom, rowsFrom] = [each.length, each.length + groups.length];
	return {
		each: new Set(each.flatMap(({ row }, i) => safe[i] === true ? [row.stage] : [])),
		groups: new Set(groups.flatMap(({ group }, i) => safe[groupsFrom + i] === true ? [group] : [])),
		rows: new Set(bySize.flatMap(({ row }, i) => safe[rowsFrom + i] === true ? [row.stage] : []))
	};
}
const groupFigures = ({ amounts, undisclosed }, { qualifier: _, ...figure }) => amounts.map((money) => ({
	...figure,
	value: toMajor(fromWire(money)),
	unit: money.currency,
	...undisclosed > 0 ? { qualifier: "at_least" } : {}
}));
// src/domain/redaction/strip.ts
function sharedGroups(groups, rules) {
	const { profile } = rules;
	const listed = (row) => profile.amounts === "all" && rules.named(row.stage);
	const currencies = [...new Set(groups.flatMap(({ amounts }) => amounts.map(({ currency }) => currency)))];
	const shown = new Map(currencies.map((currency) => [currency, shownAmounts(currency, {
		...rules,
		groups,
		listed
	})]));
	const may = (test) => (currency) => {
		const amounts = shown.get(currency);
		return profile.amounts !== "none" && amounts !== void 0 && test(amounts);
	};
	return groups.map(({ group, count, undisclosed, amounts, rows }) => ({
		group,
		count,
		undisclosed,
		...amountsOf(amounts, may((of) => of.groups.has(group))),
		rows: rows.map((row) => ({
			stage: row.stage,
			count: row.count,
			undisclosed: row.undisclosed,
			...amountsOf(row.amounts, may((of) => of.rows.has(row.stage))),
			dots: listed(row) && row.amounts.every(({ currency }) => shown.get(currency)?.each.has(row.stage)) ? dotsOf(row, profile) : []
		}))
	}));
}
function amountsOf(amounts, may) {
	const held = amounts.map(({ currency }) => currency).filter((currency) => !may(currency));
	return {
		amounts: amounts.filter(({ currency }) => may(currency)),
		...held.length === 0 ? {} : { held_back: held }
	};
}
const dotsOf = (row, { sections }) => row.dots.map(({ code, name, industry, money }) => ({
	code,
	name,
	...industry === void 0 || !sections.includes("industries") ? {} : { industry },
	...money === void 0 ? {} : { money }
}));
const stagesByCode = (overview) => new Map([...overview.strip.groups.flatMap(({ rows }) => rows.flatMap(({ stage, dots }) => dots.map(({ code }) => [code, stage]))), ...overview.established.map(({ code, stage }) => [code, stage])]);
// src/domain/redaction/project.ts
function project(overview, profile, out = [], stageOf = stagesByCode(overview)) {
	const decided = decide(overview, profile, out, stageOf);
	const { has } = decided;
	const { origin, as_of, compare, zone, illustrative, stage_mapping, latest_month, strip } = overview;
	const { excluded, data_status } = strip;
	return {
		shared: {
			names: profile.names,
			amounts: profile.amounts,
			smallest_group: profile.smallest_group
		},
		origin,
		as_of,
		...compare === void 0 || !(has("changes") || has("headline")) ? {} : { compare },
		zone: keptZone(zone),
		illustrative,
		stage_mapping: {
			established: stage_mapping.established,
			pipeline: stage_mapping.pipeline
		},
		...latest_month === void 0 ? {} : { latest_month: {
			period: latest_month.period,
			data_status: latest_month.data_status
		} },
		...has("headline") ? { headline: headlineOf(decided) } : {},
		...has("targets") ? targetsOf(decided) : {},
		...has("phases") ? phasesOf(overview) : {},
		...has("strip") ? { strip: {
			groups: decided.groups,
			excluded,
			data_status
		} } : {},
		...has("changes") ? changesOf$1(decided) : {},
		...has("established") && profile.names !== "hidden" ? { established: establishedOf(decided) } : {}
	};
}
function decide(overview, profile, out, stageOf) {
	const named = (stage) => isNamed(profile, stage);
	const { headline, stage_mapping, strip } = overview;
	const established = out.filter(({ stage, status }) => status === "active" && stageGroup(stage, status, stage_mapping) === "established");
	return {
		overview,
		profile,
		has: (section) => profile.sections.includes(section),
		named,
		stageOf,
		groups: sharedGroups(strip.groups, {
			profile,
			named,
			out: established,
			published: publishedOf(headline.established_investment)
		})
	};
}
const publishedOf = (figure) => figure?.source === void 0 ? void 0 : figure;
function headlineOf({ overview, profile, groups }) {
	const { established, pipeline, classes, before } = overview.headline;
	const groupOf = (id) => groups.find(({ group }) => group === id);
	const count = (figure, group) => figure === void 0 || figure.source !== void 0 || group === void 0 ? figure : {
		...figure,
		value: String(group.count)
	};
	return {
		...figures(count(established, groupOf("established")), count(pipeline, groupOf("pipeline"))),
		...profile.amounts === "none" ? {} : investmentOf(overview, groupOf("established")),
		...classes === void 0 ? {} : { classes: classes.map(keptFigure) },
		before: figures(before.established, before.pipeline, profile.amounts === "none" ? void 0 : publishedOf(before.established_investment))
	};
}
function investmentOf({ headline }, group) {
	const [counted] = investmentFigures(headline);
	if (counted === void 0) return {};
	if (counted.source !== void 0) return { established_investment: keptFigure(counted) };
	const [only, ...others] = group === void 0 ? [] : groupFigures(group, counted).map(keptFigure);
	if (only === void 0) return {};
	return others.length === 0 && group?.held_back === void 0 ? { established_investment: only } : { established_sums: [only, ...others] };
}
const figures = (established, pipeline, established_investment) => ({
	...established === void 0 ? {} : { established: keptFigure(established) },
	...established_investment === void 0 ? {} : { established_investment: keptFigure(established_investment) },
	...pipeline === void 0 ? {} : { pipeline: keptFigure(pipeline) }
});
function targetsOf({ overview, has }) {
	const { main_measure, plan, thresholds, closed } = overview;
	const revisions = has("revisions");
	return {
		targets: overview.targets.map((row) => keptTarget(row, revisions)),
		main_measure,
		plan: keptPlan(plan),
		thresholds: {
			ahead: thresholds.ahead,
			on: thresholds.on,
			slightly: thresholds.slightly
		},
		...closed === void 0 || !revisions ? {} : { closed: keptClosed(closed) }
	};
}
const phasesOf = ({ phases, phase_now, phase_note }) => ({
	phases: phases.map(keptPhase),
	...phase_now === void 0 ? {} : { phase_now: {
		id: phase_now.id,
		month: phase_now.month,
		months: phase_now.months
	} },
	...phase_note === void 0 ? {} : { phase_note }
});
function changesOf$1({ overview, profile, named, stageOf }) {
	const { changes } = overview;
	if (changes === void 0) return {};
	const { since, total, established, pipeline, items } = changes;
	return { changes: {
		since,
		total,
		established: {
			before: established.before,
			now: established.now
		},
		pipeline: {
			before: pipeline.before,
			now: pipeline.now
		},
		...profile.names === "hidden" ? {} : { items: items.filter((item) => named(stageAfter$1(item, stageOf))).map(keptChange) }
	} };
}
const stageAfter$1 = (item, stageOf) => stageOf.get(item.code) ?? (item.kind === "status" ? void 0 : item.to);
function establishedOf({ overview, profile, named, groups, has }) {
	const rows = groups.flatMap((group) => group.rows);
	const dots = new Set(rows.flatMap((row) => row.dots.map(({ code }) => code)));
	const priced = (code) => profile.amounts === "all" && dots.has(code);
	return overview.established.flatMap((row) => {
		if (!named(row.stage)) return [];
		const { code, name, industry, stage, money, missing, next, slippage_days, overdue_days, operating_since } = row;
		const dated = has("milestones");
		return [{
			code,
			name,
			stage,
			...industry === void 0 || !has("industries") ? {} : { industry },
			...money === void 0 || !priced(code) ? {} : { money },
			...missing === void 0 || !priced(code) ? {} : { missing },
			...next === void 0 || !dated ? {} : { next },
			...slippage_days === void 0 || !dated ? {} : { slippage_days },
			...overdue_days === void 0 || !dated ? {} : { overdue_days },
			...operating_since === void 0 || !dated ? {} : { operating_since }
		}];
	});
}
// src/domain/redaction/register-cells.ts
const listFilters = [
	"stage",
	"status",
	"industry",
	"zone"
];
const isWithin = (filters, project) => listFilters.every((name) => {
	const list = filters[name] ?? [];
	return list.length === 0 || list.includes(project[name] ?? "");
});
// src/domain/redaction/list-amounts.ts
const sumKey = (by, id = "") => `${by} ${id}`;
function alike$1(currency, { profile, filters, kept, out }) {
	const ofCurrency = [...kept.map((cell) => ({
		cell,
		left_out: false
	})), ...out.map((cell) => ({
		cell,
		left_out: true
	}))].filter(({ cell }) => cell.currency === currency);
	const groups = Map.groupBy(ofCurrency, ({ cell, left_out }) => {
		const within = isWithin(filters, cell);
		return JSON.stringify([
			left_out,
			within,
			cell.stage,
			cell.status === "active",
			within ? cell.industry ?? "" : ""
		]);
	});
	const atoms = [];
	return {
		atoms,
		all: [...groups.values()].flatMap(([first, ...others]) => {
			if (first === void 0) return [];
			const size = others.reduce((sum, { cell }) => sum + cell.count, first.cell.count);
			const hidden = first.left_out || profile.amounts !== "all" || !isNamed(profile, first.cell.stage);
			return [{
				...first,
				within: isWithin(filters, first.cell),
				at: atoms.push({
					size,
					hidden
				}) - 1
			}];
		})
	};
}
function shownList(currency, asked) {
	const { profile, mapping, groups, published } = asked;
	const { atoms, all } = alike$1(currency, asked);
	const of = (test) => all.filter(test).map(({ at }) => at);
	const sum = (test) => ({
		kind: "sum",
		of: of(test)
	});
	const each = (test) => ({
		kind: "each",
		of: of(test)
	});
	const has = (amounts) => amounts.some((money) => money.currency === currency);
	const isActive = ({ cell, left_out }, stage) => !left_out && cell.status === "active" && cell.stage === stage;
	const rows = groups.flatMap((group) => group.rows);
	const elsewhere = [
		...rows.flatMap(({ stage, dots }) => dots.length === 0 ? [] : [each((one) => isActive(one, stage))]),
		...groups.flatMap((group) => has(group.amounts) ? [sum((one) => group.rows.some(({ stage }) => isActive(one, stage)))] : []),
		...rows.flatMap(({ stage, amounts }) => has(amounts) ? [sum((one) => isActive(one, stage))] : [])
	];
	const facts = published?.unit === currency ? [sum(({ cell: { stage, status } }) => stageGroup(stage, status, mapping) === "established")] : [];
	const listed = all.filter(({ within, left_out }) => within && !left_out);
	const stages = [...new Set(listed.map(({ cell }) => cell.stage))];
	const industries = profile.sections.includes("industries") ? [...new Set(listed.map(({ cell }) => cell.industry ?? ""))] : [];
	const sizeOf = (test) => listed.filter(test).reduce((size, { at }) => size + (atoms[at]?.size ?? 0), 0);
	const singles = profile.amounts === "all" ? stages.filter((stage) => isNamed(profile, stage)) : [];
	const parts = [{
		key: sumKey("total"),
		test: () => true
	}, ...[...stages.map((stage) => ({
		key: sumKey("stage", stage),
		test: ({ cell }) => cell.stage === stage
	})), ...industries.map((industry) => ({
		key: sumKey("industry", industry),
		test: ({ cell }) => (cell.industry ?? "") === industry
	}))].toSorted((a, b) => sizeOf(b.test) - sizeOf(a.test))];
	const safe = safeSums({
		atoms,
		facts,
		elsewhere,
		showables: [...singles.map((stage) => each(({ cell, within, left_out }) => within && !left_out && cell.stage === stage)), ...parts.map(({ test }) => sum((one) => one.within && !one.left_out && test(one)))],
		fewest: fewestOf(profile)
	});
	return {
		held: new Set(singles.filter((_, i) => safe[i] !== true)),
		sums: new Set(parts.flatMap(({ key }, i) => safe[singles.length + i] === true ? [key] : []))
	};
}
// src/domain/redaction/shared-projects.ts
function projectList(projects, asked, { data_status, zones }) {
	const { profile, kept, filters } = asked;
	const cells = kept.filter((cell) => isWithin(filters, cell));
	const currencies = [...new Set(cells.flatMap(({ currency }) => currency ?? []))].sort();
	const shown = new Map(currencies.map((currency) => [currency, shownList(currency, asked)]));
	const sums = (own, key) => sumsOf$1(own, (currency) => profile.amounts !== "none" && shown.get(currency)?.sums.has(key) === true);
	const order = [...[...stages].reverse(), "unknown"];
	const industries = [...new Set(cells.map(({ industry }) => industry))].toSorted((a, b) => (a ?? "￿") < (b ?? "￿") ? -1 : 1);
	return {
		data_status,
		total: sums(cells, sumKey("total")),
		stages: order.flatMap((stage) => {
			const own = cells.filter((cell) => cell.stage === stage);
			return own.length === 0 ? [] : [{
				stage,
				...sums(own, sumKey("stage", stage))
			}];
		}),
		...profile.sections.includes("industries") ? { industries: industries.map((industry) => ({
			...industry === void 0 ? {} : { industry },
			...sums(cells.filter((cell) => cell.industry === industry), sumKey("industry", industry))
		})) } : {},
		...profile.names === "hidden" ? {} : { items: projects.flatMap((project) => itemOf(project, asked, [...shown.values()])) },
		named: cells.reduce((count, cell) => count + (isNamed(profile, cell.stage) ? cell.count : 0), 0),
		zones
	};
}
function sumsOf$1(cells, may) {
	const minor = /* @__PURE__ */ new Map();
	for (const cell of cells) if (cell.currency !== void 0) minor.set(cell.currency, (minor.get(cell.currency) ?? 0n) + cell.minor);
	const amounts = [...minor].sort(([a], [b]) => a < b ? -1 : 1).map(([currency, sum]) => ({
		currency,
		minor: String(sum)
	}));
	const count = (test) => cells.filter(test).reduce((sum, cell) => sum + cell.count, 0);
	return {
		count: count(() => true),
		undisclosed: count(({ currency }) => currency === void 0),
		...amountsOf(amounts, may)
	};
}
function itemOf({ code, name, stage, status, industry, amounts }, { profile }, shown) {
	if (!isNamed(profile, stage)) return [];
	const priced = profile.amounts === "all" && !shown.some(({ held }) => held.has(stage));
	const { money, missing } = amounts.total_investment ?? { missing: "not_reported" };
	return [{
		code,
		name,
		stage,
		status,
		...industry === void 0 || !profile.sections.includes("industries") ? {} : { industry },
		...money === void 0 || !priced ? {} : { money },
		...missing === void 0 || !priced ? {} : { missing }
	}];
}
// src/domain/redaction/shared-pipeline.ts
function projectPipeline(pipeline, groups, profile, present) {
	const { data_status, stages, pipeline: coming, on_hold, moves } = pipeline;
	const { undated } = coming;
	const shown = sumsOf(groups.find(({ group }) => group === "pipeline"));
	return {
		data_status,
		stages: stages.map((row) => stageOf(row, groups, fewestOf(profile))),
		pipeline: {
			...shown,
			undated
		},
		on_hold,
		...moves === void 0 || !profile.sections.includes("changes") ? {} : { moves: {
			since: moves.since,
			total: moves.total,
			items: moves.items.map((item) => movesOf(item, profile, present))
		} }
	};
}
const sumsOf = (sums = {
	count: 0,
	undisclosed: 0,
	amounts: []
}) => ({
	count: sums.count,
	undisclosed: sums.undisclosed,
	amounts: sums.amounts,
	...sums.held_back === void 0 ? {} : { held_back: sums.held_back }
});
function stageOf(row, groups, fewest) {
	const { stage, group, dated, undated, median_days, p80_days } = row;
	const shown = groups.flatMap(({ rows }) => rows).find((one) => one.stage === stage);
	const told = dated >= fewest;
	return {
		stage,
		group,
		...sumsOf(shown),
		dated,
		undated,
		...median_days === void 0 || !told ? {} : { median_days },
		...p80_days === void 0 || !told ? {} : { p80_days }
	};
}
const movesOf = ({ from, to, count, regression, projects }, profile, present) => ({
	...from === void 0 ? {} : { from },
	to,
	count,
	regression,
	projects: projects.flatMap(({ code, name, date }) => isNamed(profile, present.get(code) ?? to) ? [{
		code,
		name,
		date
	}] : [])
});
// src/domain/bridge.ts
const bridgeSteps = [
	"opening",
	"new",
	"moved_in",
	"moved_out",
	"revised",
	"exchange_rate",
	"closing"
];
var Sum = class {
	projects = 0;
	count = 0;
	undisclosed = 0;
	minor = /* @__PURE__ */ new Map();
	add(projects, sign, held, minor) {
		this.count += sign * projects;
		if (held.currency === void 0) this.undisclosed += sign * projects;
		else this.minor.set(held.currency, (this.minor.get(held.currency) ?? 0n) + BigInt(sign) * minor);
	}
	step(kind) {
		const keepZero = kind === "opening" || kind === "closing";
		const amounts = [...this.minor].filter(([, minor]) => keepZero || minor !== 0n).sort(([a], [b]) => a < b ? -1 : 1).map(([currency, minor]) => ({
			currency,
			minor: String(minor)
		}));
		return {
			kind,
			projects: this.projects,
			count: this.count,
			undisclosed: this.undisclosed,
			amounts
		};
	}
};
function bridgeOf$1(group, transitions, mapping) {
	const sums = Object.fromEntries(bridgeSteps.map((kind) => [kind, new Sum()]));
	const belongs = (held) => held !== void 0 && stageGroup(held.stage, held.status, mapping) === group;
	for (const { from, to, count, from_minor, to_minor, revised } of transitions) {
		const add = (kind, sign, held, minor, projects = count) => {
			sums[kind].projects += projects;
			sums[kind].add(count, sign, held, minor);
		};
		if (belongs(from)) add("opening", 1, from, from_minor);
		if (belongs(to)) add("closing", 1, to, to_minor);
		if (belongs(from) && belongs(to)) {
			add("revised", 1, to, to_minor, revised);
			add("revised", -1, from, from_minor, 0);
		} else if (belongs(to)) add(from === void 0 ? "new" : "moved_in", 1, to, to_minor);
		else if (belongs(from)) add("moved_out", -1, from, from_minor);
	}
	return {
		group,
		steps: bridgeSteps.map((kind) => sums[kind].step(kind))
	};
}
const makeBridge = (transitions, { from, to, measure, mapping }) => ({
	from,
	to,
	measure,
	rates: { kind: "none" },
	groups: ["established", "pipeline"].map((group) => bridgeOf$1(group, transitions, mapping))
});
// src/domain/redaction/bridge-amounts.ts
const steps = [
	"closing",
	"opening",
	"new",
	"moved_in",
	"moved_out",
	"revised"
];
const stepKey = (group, step) => `${group} ${step}`;
function shownBridge(currency, asked) {
	const { profile, mapping, kept, groups, published } = asked;
	const atoms = [];
	const classes = alike(currency, asked).map(([one, left_out]) => classOf(one, left_out, currency, profile, atoms));
	const before = (test) => classes.flatMap((one) => one.before !== void 0 && one.from !== void 0 && test(one.from, one) ? [one.before] : []);
	const after = (test) => classes.flatMap((one) => one.after !== void 0 && one.to !== void 0 && test(one.to, one) ? [one.after] : []);
	const isIn = (held, group) => held !== void 0 && stageGroup(held.stage, held.status, mapping) === group;
	const has = (amounts) => amounts.some((money) => money.currency === currency);
	const atStage = (stage) => after((to, one) => to.stage === stage && to.status === "active" && !one.left_out);
	const stagesNow = groups.flatMap(({ rows }) => rows);
	const facts = [...published.to?.unit === currency ? [sum(after((to) => isIn(to, "established")))] : [], ...published.from?.unit === currency ? [sum(before((from) => isIn(from, "established")))] : []];
	const eachNow = stagesNow.filter(({ dots }) => dots.length > 0);
	const elsewhere = [
		...eachNow.map(({ stage }) => each(atStage(stage))),
		...groups.flatMap(({ amounts, rows }) => has(amounts) ? [sum(rows.flatMap(({ stage }) => atStage(stage)))] : []),
		...stagesNow.flatMap(({ stage, amounts }) => has(amounts) ? [sum(atStage(stage))] : [])
	];
	const namedBefore = new Set(profile.amounts === "all" ? kept.flatMap(({ from }) => from && isNamed(profile, from.stage) ? [from.stage] : []) : []);
	const singles = [...eachNow.map(({ stage }) => ({
		day: "after",
		stage,
		of: atStage(stage)
	})), ...[...namedBefore].map((stage) => ({
		day: "before",
		stage,
		of: before((from, one) => from.stage === stage && !one.left_out)
	}))];
	const partsOf = (step, group) => {
		const [was, is] = [(one) => !one.left_out && isIn(one.from, group), (one) => !one.left_out && isIn(one.to, group)];
		if (step === "closing") return {
			of: after((_, one) => is(one)),
			less: []
		};
		if (step === "opening") return {
			of: before((_, one) => was(one)),
			less: []
		};
		if (step === "new") return {
			of: after((_, one) => is(one) && one.from === void 0),
			less: []
		};
		if (step === "moved_in") return {
			of: after((_, one) => is(one) && !was(one) && one.from !== void 0),
			less: []
		};
		if (step === "moved_out") return {
			of: before((_, one) => was(one) && !is(one)),
			less: []
		};
		return {
			of: after((_, one) => was(one) && is(one)),
			less: before((_, one) => was(one) && is(one))
		};
	};
	const sums = steps.flatMap((step) => ["established", "pipeline"].map((group) => ({
		key: stepKey(group, step),
		...partsOf(step, group)
	})));
	const safe = safeSums({
		atoms,
		facts,
		elsewhere,
		showables: [...singles.map(({ of }) => each(of)), ...sums.map(({ of, less }) => ({
			kind: "sum",
			of,
			less
		}))],
		fewest: fewestOf(profile)
	});
	const stagesOf = (day) => new Set(singles.flatMap((one, i) => one.day === day && safe[i] === true ? [one.stage] : []));
	return {
		sums: new Set(sums.flatMap(({ key }, i) => safe[singles.length + i] === true ? [key] : [])),
		any: new Set(sums.flatMap(({ key, of, less }) => of.toSorted().join() === less.toSorted().join() ? [] : [key])),
		each_before: stagesOf("before"),
		each_after: stagesOf("after")
	};
}
const sum = (of) => ({
	kind: "sum",
	of
});
const each = (of) => ({
	kind: "each",
	of
});
function alike(currency, { profile, mapping, kept, out }) {
	const side = (held, isTold) => held && [
		stageGroup(held.stage, held.status, mapping),
		isTold(held) ? held.stage : "",
		held.currency === currency,
		isNamed(profile, held.stage)
	];
	const ofCurrency = [...kept.map((one) => [one, false]), ...out.map((one) => [one, true])].filter(([{ from, to }]) => from?.currency === currency || to?.currency === currency);
	return [...Map.groupBy(ofCurrency, ([{ from, to, revised }, left_out]) => JSON.stringify([
		left_out,
		revised > 0,
		side(from, ({ stage }) => profile.amounts === "all" && isNamed(profile, stage)),
		side(to, ({ status }) => status === "active"),
		to?.status === "active"
	])).values()].flatMap(([first, ...others]) => first === void 0 ? [] : [[{
		...first[0],
		count: others.reduce((sum, [one]) => sum + one.count, first[0].count)
	}, first[1]]]);
}
function classOf({ from, to, count, revised }, left_out, currency, profile, atoms) {
	const hidden = (held) => left_out || held === void 0 || profile.amounts !== "all" || !isNamed(profile, held.stage);
	const add = (isHidden) => atoms.push({
		size: count,
		hidden: isHidden,
		projects: String(atoms.length)
	}) - 1;
	const [was, is] = [from?.currency === currency, to?.currency === currency];
	const sides = {
		...from === void 0 ? {} : { from },
		...to === void 0 ? {} : { to },
		left_out
	};
	if (was && is && revised === 0) {
		const both = add(hidden(from) && hidden(to));
		return {
			...sides,
			before: both,
			after: both
		};
	}
	const before = was ? add(hidden(from)) : void 0;
	const name = before === void 0 ? void 0 : atoms[before]?.projects;
	const after = is ? atoms.push({
		size: count,
		hidden: hidden(to),
		...name === void 0 ? {} : { projects: name }
	}) - 1 : void 0;
	return {
		...sides,
		...before === void 0 ? {} : { before },
		...after === void 0 ? {} : { after }
	};
}
// src/domain/redaction/shared-register-changes.ts
function projectChanges(changes, asked) {
	const { profile } = asked;
	const { bridge, moves, total, counts, indicators, data_status } = changes;
	const currencies = [...new Set([...asked.kept, ...asked.out].flatMap(({ from, to }) => [from?.currency ?? [], to?.currency ?? []].flat()))].sort();
	const shown = new Map(currencies.map((currency) => [currency, shownBridge(currency, asked)]));
	const has = (section) => profile.sections.includes(section);
	return {
		days: {
			from: bridge.from,
			to: bridge.to
		},
		data_status,
		...has("changes") ? {
			bridge: bridgeOf(bridge, profile, shown),
			total,
			counts,
			...profile.names === "hidden" ? {} : { moves: moves.flatMap((move) => moveOf(move, profile, shown)) }
		} : {},
		...has("targets") ? { indicators: indicators.map((row) => indicatorOf(row, has("revisions"))) } : {}
	};
}
const isSummed = (kind) => kind !== "exchange_rate";
function bridgeOf({ from, to, measure, groups }, { amounts: rule }, shown) {
	const stepOf = (group, { kind, projects, count, undisclosed, amounts }) => {
		const isShown = (currency) => rule !== "none" && isSummed(kind) && shown.get(currency)?.sums.has(stepKey(group, kind)) === true;
		const hidden = [...shown].flatMap(([currency, { any }]) => isSummed(kind) && any.has(stepKey(group, kind)) && !isShown(currency) ? [currency] : []);
		return {
			kind,
			projects,
			count,
			undisclosed,
			amounts: amountsOf(amounts, isShown).amounts,
			...hidden.length === 0 ? {} : { held_back: hidden }
		};
	};
	return {
		from,
		to,
		measure,
		rates: { kind: "none" },
		groups: groups.map(({ group, steps }) => ({
			group,
			steps: bridgeSteps.flatMap((kind) => steps.filter((step) => step.kind === kind).map((step) => stepOf(group, step)))
		}))
	};
}
function moveOf({ code, name, kinds, from, to, date, regression }, profile, shown) {
	if (to === void 0 || !isNamed(profile, to.stage)) return [];
	const isTold = (side, day) => side !== void 0 && profile.amounts === "all" && (day === "each_before" || side.status === "active") && [...shown.values()].every((one) => one[day].has(side.stage));
	const [before, now] = [isTold(from, "each_before"), isTold(to, "each_after")];
	const told = kinds.filter((kind) => kind !== "revised" || before && now);
	if (told.length === 0 && !regression) return [];
	const sideOf = ({ stage, status, money }, withMoney) => ({
		stage,
		status,
		...money === void 0 || !withMoney ? {} : { money }
	});
	return [{
		code,
		name,
		kinds: told,
		...from === void 0 ? {} : { from: sideOf(from, before) },
		to: sideOf(to, now),
		...date === void 0 ? {} : { date },
		regression
	}];
}
function indicatorOf({ indicator, name, unit, from, to, difference }, revisions) {
	const valueAt = ({ date, value, data_status, revised, now }) => ({
		date,
		value,
		data_status,
		...revised === void 0 || !revisions ? {} : { revised },
		...now === void 0 || !revisions ? {} : { now }
	});
	return {
		indicator,
		name,
		unit,
		...from === void 0 ? {} : { from: valueAt(from) },
		...to === void 0 ? {} : { to: valueAt(to) },
		...difference === void 0 ? {} : { difference }
	};
}
// src/domain/indicator.ts
const counted = /* @__PURE__ */ new Set([
	"companies",
	"jobs",
	"projects",
	"items",
	"institutions",
	"local_governments"
]);
const isCounted = (unit) => counted.has(unit);
const isYearToDate = ({ kind, cumulation }) => kind === "annual_flow" && cumulation !== "period";
// src/domain/moves.ts
const moveKinds = [
	"new",
	"gone",
	"advanced",
	"moved_back",
	"stage",
	"status",
	"revised"
];
const sameMoney = (a, b) => a?.minor === b?.minor && a?.currency === b?.currency;
function moveKindsOf(from, to) {
	if (from === void 0 || to === void 0) return from === to ? [] : [from === void 0 ? "new" : "gone"];
	const [before, now] = [stageRank(from.stage), stageRank(to.stage)];
	return [
		...before !== void 0 && now !== void 0 && now > before ? ["advanced"] : [],
		...before !== void 0 && now !== void 0 && now < before ? ["moved_back"] : [],
		...from.stage !== to.stage && (before === void 0 || now === void 0) ? ["stage"] : [],
		...from.status !== to.status ? ["status"] : [],
		...sameMoney(from.money, to.money) ? [] : ["revised"]
	];
}
function valueOn(observations, indicator) {
	const last = observations.findLast((o) => o.indicator === indicator && o.value !== void 0);
	if (last?.value === void 0) return void 0;
	const revised = last.earlier?.map(({ value, recorded_at }) => ({
		...value === void 0 ? {} : { value },
		recorded_at
	}));
	return {
		date: monthEnd(last.period),
		value: last.value,
		data_status: last.data_status,
		...revised === void 0 ? {} : { revised }
	};
}
const indicatorChanges = (indicators, before, after) => indicators.filter(({ kind }) => kind !== "qualitative").map((indicator) => {
	const { id, name, unit, kind } = indicator;
	const from = valueOn(before, id);
	const to = valueOn(after, id);
	const now = from && after.find((o) => o.indicator === id && monthEnd(o.period) === from.date)?.value;
	return {
		indicator: id,
		name,
		unit,
		...kind === "annual_flow" ? { covers: isYearToDate(indicator) ? "year_to_date" : "month" } : {},
		...from === void 0 ? {} : { from: {
			...from,
			...now === void 0 || now === from.value ? {} : { now }
		} },
		...to === void 0 ? {} : { to },
		...from === void 0 || to === void 0 || kind === "annual_flow" && from.date.slice(0, 4) !== to.date.slice(0, 4) ? {} : { difference: subtractDecimal(to.value, from.value) }
	};
});
// src/server/http/problem.ts
const problem = (code) => new Error(code);
// src/server/db/db.ts
const readerOf = (source) => "engine" in source ? source.read : source;
// src/server/db/tables.ts
const open = Number.MAX_SAFE_INTEGER;
const firstDay = "0001-01-01";
// src/server/store/versions.ts
const knownAt = (known) => known ?? open - 1;
const begin = (column) => sql`+${sql.ref(column)}`;
const withItsFacts = (join) => join.onRef("f.origin", "=", "v.origin").onRef("f.code", "=", "v.code").onRef("f.revision", "=", "v.facts_revision").onRef("f.facts_from", "=", "v.facts_from");
// src/server/store/observations.ts
const lastMonthBy = (day) => isMonthEnd(day) ? monthOf(day) : addMonths(monthOf(day), -1);
async function listObservations(source, { origin, indicator, as_of, known }) {
	const revision = knownAt(known);
	let query = readerOf(source).selectFrom("observation as o").innerJoin("revision as r", "r.id", "o.revision_from").select([
		"o.indicator",
		"o.period",
		"o.value",
		"o.missing",
		"o.data_status",
		"o.source",
		"o.revision_from",
		"o.revision_to",
		"r.recorded_at"
	]).where("o.origin", "=", origin).where("o.revision_from", "<=", revision).orderBy("o.indicator").orderBy("o.period").orderBy("o.revision_from", "desc");
	if (indicator !== void 0) query = query.where("o.indicator", "=", indicator);
	if (as_of !== void 0) query = query.where("o.period", "<=", lastMonthBy(as_of));
	const out = [];
	for (const [, rows] of Map.groupBy(await query.execute(), (row) => `${row.indicator} ${row.period}`)) {
		const [now, ...past] = rows;
		if (!now || now.revision_to <= revision) continue;
		const earlier = past.filter((row, i) => row.value !== rows[i]?.value).map((row) => ({
			...row.value === null ? {} : { value: row.value },
			revision: row.revision_from,
			recorded_at: row.recorded_at
		}));
		out.push({
			indicator: now.indicator,
			period: now.period,
			...now.value === null ? {} : { value: now.value },
			...now.missing === null ? {} : { missing: now.missing },
			data_status: now.data_status,
			...now.source === null ? {} : { source: now.source },
			origin,
			revision: now.revision_from,
			...earlier.length === 0 ? {} : { earlier }
		});
	}
	return out;
}
// src/domain/data-status.ts
const dataStatuses = [
	"reported",
	"provisional",
	"estimate",
	"forecast",
	"illustrative"
];
const origins = [
	"sample",
	"example_zone",
	"own"
];
const weakestStatus = (statuses) => statuses.reduce((a, b) => dataStatuses.indexOf(b) > dataStatuses.indexOf(a) ? b : a, "reported");
// src/server/store/project-view.ts
const versionsAt = (reader, { origin, as_of, known, without = [] }, access = "all") => {
	const revision = knownAt(known);
	const [from, to, known_from] = access === "all" ? [
		sql.ref("v.valid_from"),
		sql.ref("v.valid_to"),
		sql.ref("v.revision_from")
	] : [
		sql`v.valid_from || ''`,
		sql`v.valid_to || ''`,
		begin("v.revision_from")
	];
	return reader.selectFrom("project_version as v").where("v.origin", "=", origin).where(from, "<=", as_of).where(to, ">", as_of).where(known_from, "<=", revision).where("v.revision_to", ">", revision).$if(without.length > 0, (query) => query.where("v.code", "not in", [...without]));
};
const shownColumns = [
	"v.code",
	"v.origin",
	"v.stage",
	"v.stage_since",
	"v.stage_word",
	"v.status",
	"v.status_date",
	"v.status_reason",
	"v.status_reason_code",
	"v.made_by",
	"v.facts_revision",
	"v.facts_from"
];
const projectsAt = (reader, scope, access = "in_order") => versionsAt(reader, scope, access).innerJoin("project_facts as f", withItsFacts).select([...shownColumns, "f.facts_json"]);
function factsAt(facts, day) {
	if (!facts.milestones.some((m) => m.actual !== void 0 && m.actual > day)) return facts;
	const milestones = facts.milestones.map((milestone) => {
		if (milestone.actual === void 0 || milestone.actual <= day) return milestone;
		const { actual: _later, ...rest } = milestone;
		return rest;
	});
	return {
		...facts,
		milestones
	};
}
function toProject(row, as_of) {
	return {
		...factsAt(row.facts_json, as_of),
		code: row.code,
		origin: row.origin,
		stage: row.stage,
		...row.stage_since === null ? {} : { stage_since: row.stage_since },
		...row.stage_word === null ? {} : { stage_word: row.stage_word },
		status: row.status,
		...row.status_date === null ? {} : { status_date: row.status_date },
		...row.status_reason === null ? {} : { status_reason: row.status_reason },
		...row.status_reason_code === null ? {} : { status_reason_code: row.status_reason_code },
		revision: row.made_by
	};
}
// src/server/store/sums.ts
const exactHalf = 1000000000n;
const sumColumns = (eb, measure) => {
	const minor = eb.ref(`v.${measure}_minor`);
	return [
		eb.ref(`v.${measure}_currency`).as("currency"),
		eb.fn.countAll().as("count"),
		eb.cast(eb.fn.sum(eb(minor, "/", exactHalf)), "bigint").as("high_minor"),
		eb.cast(eb.fn.sum(eb(minor, "%", exactHalf)), "bigint").as("low_minor")
	];
};
function addRows(rows) {
	const sums = /* @__PURE__ */ new Map();
	let count = 0;
	let undisclosed = 0;
	for (const row of rows) {
		count += row.count;
		if (row.currency === null) undisclosed += row.count;
		else sums.set(row.currency, (sums.get(row.currency) ?? 0n) + (row.high_minor ?? 0n) * exactHalf + (row.low_minor ?? 0n));
	}
	const amounts = [...sums].sort(([a], [b]) => a < b ? -1 : 1).map(([currency, minor]) => ({
		currency,
		minor: String(minor)
	}));
	return {
		count,
		undisclosed,
		amounts
	};
}
// src/server/store/register-moves.ts
const shown = [
	"name",
	"stage",
	"status",
	"minor",
	"currency",
	"since",
	"changed"
];
function taken({ without = [], only }) {
	if (only !== void 0) return only.length === 0 ? sql`and 1 = 0` : sql`and code in (${sql.join(only)})`;
	return without.length === 0 ? sql`` : sql`and code not in (${sql.join(without)})`;
}
function seen(query, { day, known }, side) {
	const { origin, measure } = query;
	const source = {
		minor: `${measure}_minor`,
		currency: `${measure}_currency`,
		since: "stage_since",
		changed: "status_date"
	};
	const column = (name, at) => at === side ? sql.ref(name in source ? source[name] : name) : name === "minor" ? sql`cast(null as bigint)` : sql`cast(null as text)`;
	const columns = ["from", "to"].flatMap((at) => shown.map((name) => sql`${column(name, at)} as ${sql.ref(`${at}_${name}`)}`));
	return sql`select code, ${sql.join(columns)} from project_version where origin = ${origin} and valid_from <= ${day} and valid_to > ${day}
      and revision_from <= ${known} and revision_to > ${known} ${taken(query)}`;
}
function pairs$1(query) {
	const columns = ["from", "to"].flatMap((at) => shown.map((name) => sql`max(${sql.ref(`${at}_${name}`)}) as ${sql.ref(`${at}_${name}`)}`));
	return sql`(select code, ${sql.join(columns)} from (${seen(query, query.from, "from")} union all ${seen(query, query.to, "to")}) as sides
    group by code) as p`;
}
const otherAmount = sql`(p.from_minor is distinct from p.to_minor or p.from_currency is distinct from p.to_currency)`;
const heldOf = (stage, status, currency) => stage === null || status === null ? void 0 : {
	stage,
	status,
	...currency === null ? {} : { currency }
};
async function listTransitions(reader, query) {
	const half = sql.lit(Number(exactHalf));
	const sums = (side) => sql`
    cast(sum(${sql.ref(`${side}_minor`)} / ${half}) as bigint) as ${sql.ref(`${side}_high_minor`)},
    cast(sum(${sql.ref(`${side}_minor`)} % ${half}) as bigint) as ${sql.ref(`${side}_low_minor`)}`;
	const { rows } = await sql`select from_stage, from_status, from_currency, to_stage, to_status, to_currency,
      count(*) as count, cast(sum(other) as bigint) as revised, ${sums("from")}, ${sums("to")}
    from (select p.*, case when ${otherAmount} then 1 else 0 end as other from ${pairs$1(query)}) as q
    group by from_stage, from_status, from_currency, to_stage, to_status, to_currency, other`.execute(reader);
	return rows.map((row) => {
		const from = heldOf(row.from_stage, row.from_status, row.from_currency);
		const to = heldOf(row.to_stage, row.to_status, row.to_currency);
		return {
			...from === void 0 ? {} : { from },
			...to === void 0 ? {} : { to },
			count: row.count,
			revised: row.revised,
			from_minor: (row.from_high_minor ?? 0n) * exactHalf + (row.from_low_minor ?? 0n),
			to_minor: (row.to_high_minor ?? 0n) * exactHalf + (row.to_low_minor ?? 0n)
		};
	});
}
const ranks = sql.join(stages.map((stage, rank) => sql`when ${sql.lit(stage)} then ${sql.lit(rank)}`), sql` `);
const sideOf = (stage, status, minor, currency) => stage === null || status === null ? void 0 : {
	stage,
	status,
	...minor === null || currency === null ? {} : { money: {
		minor: String(minor),
		currency
	} }
};
function dateOf(kinds, { stage_since, status_date }, regression) {
	if (kinds.some((kind) => kind === "new" || kind === "advanced" || kind === "moved_back" || kind === "stage") || regression) return stage_since ?? void 0;
	return kinds.includes("status") ? status_date ?? void 0 : void 0;
}
async function listMoves(reader, query, limit) {
	const { origin, from, to } = query;
	const { rows } = await sql`with back as (
      select distinct v.code from project_version as v where v.origin = ${origin} and v.valid_from > ${from.day} and v.valid_from <= ${to.day}
        and v.revision_from <= ${to.known} and v.revision_to > ${to.known} and v.changes > 0
        and v.stage_rank < case v.stage_from ${ranks} else 0 end)
    select p.code, coalesce(p.to_name, p.from_name) as name, p.from_stage, p.from_status, p.from_minor, p.from_currency,
      p.to_stage, p.to_status, p.to_minor, p.to_currency, p.to_since as stage_since, p.to_changed as status_date,
      case when back.code is null then 0 else 1 end as back
    from ${pairs$1(query)} left join back on back.code = p.code
    where p.from_stage is distinct from p.to_stage or p.from_status is distinct from p.to_status or ${otherAmount}
      or back.code is not null`.execute(reader);
	const counts = Object.fromEntries(moveKinds.map((kind) => [kind, 0]));
	const moves = rows.map((row) => {
		const before = sideOf(row.from_stage, row.from_status, row.from_minor, row.from_currency);
		const now = sideOf(row.to_stage, row.to_status, row.to_minor, row.to_currency);
		const kinds = moveKindsOf(before, now);
		const regression = row.back === 1 || kinds.includes("moved_back");
		for (const kind of kinds) counts[kind] += 1;
		const date = dateOf(kinds, row, regression);
		return {
			code: row.code,
			name: row.name,
			kinds,
			...before === void 0 ? {} : { from: before },
			...now === void 0 ? {} : { to: now },
			...date === void 0 ? {} : { date },
			regression
		};
	});
	const byDate = (a, b) => {
		const [left, right] = [a.date ?? "", b.date ?? ""];
		return left === right ? a.code < b.code ? -1 : 1 : left < right ? 1 : -1;
	};
	return {
		moves: moves.sort(byDate).slice(0, limit),
		total: moves.length,
		counts
	};
}
async function weakestOfTwoDays(reader, query) {
	const of = ({ day, known }) => versionsAt(reader, {
		origin: query.origin,
		as_of: day,
		known,
		without: query.without ?? []
	}).select((eb) => eb.fn.max("v.data_status_rank").as("rank")).executeTakeFirst();
	const weakest = await Promise.all([of(query.from), of(query.to)]);
	return dataStatuses[Math.max(0, ...weakest.map((row) => row?.rank ?? 0))] ?? "reported";
}
// src/server/store/revisions.ts
async function currentRevision(source) {
	return (await readerOf(source).selectFrom("revision").select("id").orderBy("id", "desc").limit(1).executeTakeFirst())?.id ?? 0;
}
async function revisionAt(source, moment) {
	const recorded = moment.length === 10 ? `${moment}T23:59:59.999Z` : new Date(moment).toISOString();
	return (await readerOf(source).selectFrom("revision").select("id").where("recorded_at", "<=", recorded).orderBy("id", "desc").limit(1).executeTakeFirst())?.id ?? 0;
}
// src/domain/definitions.ts
const defining = [
	"base_currency",
	"function_zones",
	"industries",
	"stage_mapping",
	"stage_words",
	"thresholds",
	"plan_path",
	"checkpoints"
];
const text = (profile) => JSON.stringify([
	...defining.map((field) => profile[field] ?? null),
	profile.indicators.map(({ id, name, definition, unit, kind }) => ({
		id,
		name,
		definition,
		unit,
		kind
	})),
	profile.targets.map(({ indicator, comparator, value, deadline, baseline_date }) => ({
		indicator,
		comparator,
		value,
		deadline,
		baseline_date
	}))
]);
function definitionsOf(versions) {
	let before;
	let found;
	for (const { recorded_at, profile } of versions) {
		const now = text(profile);
		if (now !== before) found = {
			version: (found?.version ?? 0) + 1,
			since: recorded_at.slice(0, 10)
		};
		before = now;
	}
	return found;
}
// src/domain/project.ts
const milestoneTypes = [
	"start",
	"completion",
	"operation",
	"full_capacity"
];
// src/domain/actions.ts
function slippageDays(milestone) {
	const date = milestone.actual ?? milestone.plan;
	return milestone.baseline === void 0 || date === void 0 ? void 0 : daysBetween(milestone.baseline, date);
}
const promisedDay = ({ baseline, plan }) => baseline ?? plan;
const stageAfter = {
	start: "construction",
	completion: "operation",
	operation: "operation",
	full_capacity: "full_capacity"
};
const isPassed = ({ type, actual }, stage) => actual === void 0 && hasReached(stage, stageAfter[type]);
function overdueDays(milestone, as_of, stage) {
	if (isPassed(milestone, stage)) return void 0;
	const promised = promisedDay(milestone);
	if (promised === void 0 || promised >= as_of) return void 0;
	return milestone.actual !== void 0 && milestone.actual <= as_of ? void 0 : daysBetween(promised, as_of);
}
const inOrder = (milestones) => milestoneTypes.flatMap((type) => milestones.filter((milestone) => milestone.type === type));
function nextMilestone(project, as_of) {
	const ordered = inOrder(project.milestones);
	const last = ordered.findLastIndex((milestone) => isPassed(milestone, project.stage) || (milestone.actual ?? "9") <= as_of);
	return ordered.slice(last + 1).find(({ baseline, plan }) => baseline !== void 0 || plan !== void 0);
}
function establishedRow(project, as_of) {
	if (project.stage === "unknown") return [];
	const amount = project.amounts.total_investment;
	const next = nextMilestone(project, as_of);
	const overdue = next === void 0 ? void 0 : overdueDays(next, as_of, project.stage);
	const slippage = overdue ?? (next === void 0 ? void 0 : slippageDays(next));
	const operating = project.milestones.find(({ type, actual }) => type === "operation" && actual !== void 0 && actual <= as_of)?.actual;
	return [{
		code: project.code,
		name: project.name,
		...project.industry === void 0 ? {} : { industry: project.industry },
		stage: project.stage,
		...amount?.money === void 0 ? { missing: amount?.missing ?? "not_reported" } : { money: amount.money },
		...next === void 0 ? {} : { next: {
			type: next.type,
			...next.baseline === void 0 ? {} : { baseline: next.baseline },
			...next.plan === void 0 ? {} : { plan: next.plan }
		} },
		...slippage === void 0 ? {} : { slippage_days: slippage },
		...overdue === void 0 ? {} : { overdue_days: overdue },
		...operating === void 0 ? {} : { operating_since: operating }
	}];
}
// src/domain/forecast.ts
function forecast(input) {
	const { pace } = input;
	if (input.as_of > input.deadline || input.date >= input.deadline) return {
		kind: "refused",
		reason: "deadline_passed"
	};
	if (input.met) return {
		kind: "refused",
		reason: "met"
	};
	if (typeof pace === "string") return {
		kind: "refused",
		reason: pace
	};
	if (pace.p50 * input.direction <= 0) return {
		kind: "refused",
		reason: "no_growth"
	};
	const months = monthsBetween(input.date, input.deadline);
	const at = (slope) => Math.max(input.least ?? Number.NEGATIVE_INFINITY, input.value + slope * months);
	return {
		kind: "range",
		at: input.deadline,
		p10: at(pace.p10),
		p25: at(pace.p25),
		p50: at(pace.p50),
		p75: at(pace.p75),
		p90: at(pace.p90)
	};
}
// src/domain/plan.ts
const clip = (share) => Math.min(1, Math.max(0, share));
function elapsedShare(way, day) {
	const length = daysBetween(way.start, way.deadline);
	return length <= 0 ? day < way.start ? 0 : 1 : clip(daysBetween(way.start, day) / length);
}
function planShare(way, day, path, checkpoints) {
	if (path === "straight" || day <= way.start || day >= way.deadline) return elapsedShare(way, day);
	let from = {
		date: way.start,
		share: 0
	};
	for (const { date, share } of [...checkpoints].sort((a, b) => a.date < b.date ? -1 : 1)) {
		if (date <= way.start || date >= way.deadline) continue;
		const to = {
			date,
			share: Math.max(from.share, clip(share))
		};
		if (day <= date) return between(from, to, day);
		from = to;
	}
	return between(from, {
		date: way.deadline,
		share: 1
	}, day);
}
const between = (from, to, day) => from.date === to.date ? to.share : from.share + (to.share - from.share) * (daysBetween(from.date, day) / daysBetween(from.date, to.date));
const planValue = (baseline, target, share) => baseline + (target - baseline) * share;
const planStatus = (path, checkpoints) => path === "straight" ? "reported" : weakestStatus(checkpoints.map((checkpoint) => checkpoint.data_status));
// src/domain/qualitative.ts
function qualitativeRow(promise, target, as_of) {
	const checklist = target.checklist !== void 0 && target.checklist.date <= as_of ? target.checklist : void 0;
	return {
		...promise,
		...checklist === void 0 ? { missing: "not_reported" } : { checklist },
		stale: false,
		pace: "not_applicable",
		forecast: {
			kind: "refused",
			reason: "qualitative"
		},
		verdict: checklistVerdict(checklist, as_of > target.deadline),
		verdict_status: target.data_status,
		series: []
	};
}
function checklistVerdict(checklist, passed) {
	if (checklist === void 0) return passed ? "no_value_at_deadline" : "no_value";
	if (checklist.total > 0 && checklist.done >= checklist.total) return "met";
	return passed ? "missed" : "no_verdict";
}
// src/domain/annual-flow.ts
function annualValue(ytd, month) {
	const now = ytd.get(month);
	if (now === void 0) return void 0;
	if (month.endsWith("-12")) return {
		value: now,
		basis: "closed_year"
	};
	const yearBefore = addMonths(month, -12);
	const full = ytd.get(`${yearBefore.slice(0, 4)}-12`);
	const then = ytd.get(yearBefore);
	if (full === void 0 || then === void 0) return {
		value: now,
		basis: "year_to_date"
	};
	return {
		value: subtractDecimal(addDecimal(now, full), then),
		basis: "last_12_months",
		parts: [
			now,
			full,
			then
		]
	};
}
const monthsBehind = ({ basis }, month) => {
	const yearBefore = addMonths(month, -12);
	return basis === "last_12_months" ? [
		month,
		yearBefore,
		`${yearBefore.slice(0, 4)}-12`
	] : [month];
};
const yearTo = (month) => Array.from({ length: Number(month.slice(5, 7)) }, (_, i) => addMonths(`${month.slice(0, 4)}-01`, i));
function inMonth(ytd, month) {
	const now = ytd.get(month);
	if (now === void 0 || month.endsWith("-01")) return now;
	const before = ytd.get(addMonths(month, -1));
	return before === void 0 ? void 0 : subtractDecimal(now, before);
}
function cumulate(months) {
	const result = /* @__PURE__ */ new Map();
	for (const month of [...months.keys()].sort()) {
		const amount = months.get(month);
		const before = month.endsWith("-01") ? "0" : result.get(addMonths(month, -1));
		if (amount !== void 0 && before !== void 0) result.set(month, addDecimal(before, amount));
	}
	return result;
}
// src/domain/series.ts
function historyOf(indicator, observations, as_of, baseline_date) {
	const own = observations.filter((o) => o.indicator === indicator.id && monthEnd(o.period) <= as_of).sort((a, b) => a.period < b.period ? -1 : 1);
	const byMonth = new Map(own.map((o) => [o.period, o]));
	const values = new Map(own.flatMap((o) => o.value === void 0 ? [] : [[o.period, o.value]]));
	const cumulated = indicator.kind === "annual_flow" && !isYearToDate(indicator);
	const ytd = indicator.kind !== "annual_flow" ? void 0 : cumulated ? cumulate(values) : values;
	const statusOf = (months) => weakestStatus((cumulated ? months.flatMap(yearTo) : months).flatMap((month) => byMonth.get(month)?.data_status ?? []));
	const latest = own.at(-1);
	return {
		levels: [...values].flatMap(([period, value]) => levelOf(period, value, ytd, statusOf)),
		points: pointsOf({
			byMonth,
			drawn: ytd ?? values,
			ytd,
			statusOf
		}, baseline_date, latest?.period),
		...latest === void 0 ? {} : { latest }
	};
}
function levelOf(period, value, ytd, statusOf) {
	const annual = ytd === void 0 ? void 0 : annualValue(ytd, period);
	const found = ytd === void 0 ? {
		value,
		basis: "level"
	} : annual;
	if (found === void 0) return [];
	const made = annual === void 0 ? [period] : monthsBehind(annual, period);
	return [{
		period,
		date: monthEnd(period),
		...found,
		data_status: statusOf(made)
	}];
}
function pointsOf(of, baseline_date, last) {
	const first = [...of.byMonth.keys()].find((period) => monthEnd(period) >= baseline_date);
	const points = [];
	for (let period = first; period !== void 0 && last !== void 0 && period <= last; period = addMonths(period, 1)) points.push(pointOf(period, of));
	return points;
}
function pointOf(period, { byMonth, drawn, ytd, statusOf }) {
	const observation = byMonth.get(period);
	const value = drawn.get(period);
	const in_month = ytd === void 0 ? void 0 : inMonth(ytd, period);
	const before = observation?.earlier?.[0]?.value;
	return {
		period,
		date: monthEnd(period),
		...value === void 0 ? { missing: observation?.missing ?? "not_reported" } : { value },
		...in_month === void 0 ? {} : { in_month },
		data_status: value === void 0 ? observation?.data_status ?? "reported" : statusOf([period]),
		...observation?.source === void 0 ? {} : { source: observation.source },
		...before === void 0 ? {} : { revised_from: before }
	};
}
const monthValues = (levels) => levels.filter((level) => level.basis !== "year_to_date").map((level) => ({
	period: level.period,
	value: toNumber(level.value)
}));
// src/domain/pace.ts
function percentile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	const position = (sorted.length - 1) * share;
	const [low, high] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]];
	return low === void 0 || high === void 0 ? void 0 : low + (high - low) * (position - Math.floor(position));
}
function pairwiseSlopes(values) {
	return values.flatMap((later, j) => values.slice(0, j).map((earlier) => (later.value - earlier.value) / monthsApart(earlier.period, later.period)));
}
function pace(values) {
	const last = values.at(-1);
	if (last === void 0) return "too_few_observations";
	const window = values.filter((value) => monthsApart(value.period, last.period) < 12);
	const first = window[0];
	if (first === void 0 || window.length < 4) return "too_few_observations";
	if (monthsApart(first.period, last.period) < 6) return "too_short_a_span";
	const slopes = pairwiseSlopes(window);
	const at = (share) => percentile(slopes, share) ?? 0;
	return {
		p10: at(.1),
		p25: at(.25),
		p50: at(.5),
		p75: at(.75),
		p90: at(.9)
	};
}
// src/domain/verdict.ts
function meets(comparator, value, target) {
	const order = compareDecimal(value, target);
	switch (comparator) {
		case ">": return order > 0;
		case ">=": return order >= 0;
		case "<": return order < 0;
		case "<=": return order <= 0;
		case "=": return order === 0;
		case "qualitative": return false;
	}
}
const directionOf = (comparator) => comparator === "<" || comparator === "<=" ? -1 : 1;
function attainment(comparator, value, plan) {
	const [over, under] = directionOf(comparator) === 1 ? [value, plan] : [plan, value];
	return under > 0 ? over / under : void 0;
}
const completion = (comparator, value, target) => {
	const [over, under] = directionOf(comparator) === 1 ? [value, target] : [target, value];
	return under === 0 ? void 0 : over / under;
};
function remaining(comparator, value, target, counted) {
	if (meets(comparator, value, target)) return "0";
	const [short, over] = [subtractDecimal(target, value), subtractDecimal(value, target)];
	if (counted && isWhole(value) && isWhole(target)) {
		if (comparator === ">") return addDecimal(short, "1");
		if (comparator === "<") return addDecimal(over, "1");
	}
	return compareDecimal(short, "0") > 0 ? short : over;
}
function verdictOf(ratio, thresholds) {
	if (ratio === void 0) return "no_verdict";
	const percent = ratio * 100 + 1e-9;
	if (percent >= thresholds.ahead) return "ahead";
	if (percent >= thresholds.on) return "on_plan";
	return percent >= thresholds.slightly ? "slightly_behind" : "behind";
}
// src/domain/ledger.ts
const stalePeriods = 2;
const promiseOf = (target, indicator, input) => ({
	indicator: indicator.id,
	kind: indicator.kind,
	unit: indicator.unit,
	name: indicator.name,
	definition: indicator.definition,
	comparator: target.comparator,
	...target.value === void 0 ? {} : { target: target.value },
	wording: target.wording,
	deadline: target.deadline,
	target_source: input.sourceTitle(target.source),
	target_source_date: target.source_date
});
function ledgerRow(target, indicator, input) {
	const promise = promiseOf(target, indicator, input);
	if (target.value === void 0 || indicator.kind === "qualitative" || target.comparator === "qualitative") return qualitativeRow(promise, target, input.as_of);
	const history = historyOf(indicator, input.observations, input.as_of, target.baseline_date);
	const level = history.levels.findLast((l) => l.date <= target.deadline);
	const cause = level === void 0 ? void 0 : input.notes.findLast((note) => note.indicator === indicator.id && note.period === level.period);
	const more = {
		series: history.points,
		...cause === void 0 ? {} : { cause }
	};
	return level === void 0 ? unreportedRow(promise, target, history, input.as_of, more) : valuedRow({
		promise,
		target,
		goal: target.value,
		indicator,
		history,
		level,
		input
	}, more);
}
function unreportedRow(promise, target, history, as_of, more) {
	const passed = as_of > target.deadline;
	return {
		...promise,
		missing: history.latest?.missing ?? "not_reported",
		stale: false,
		pace: "too_few_observations",
		forecast: {
			kind: "refused",
			reason: passed ? "deadline_passed" : "too_few_observations"
		},
		verdict: passed ? "no_value_at_deadline" : "no_value",
		verdict_status: target.data_status,
		...more
	};
}
function wayOf({ target, indicator, history }) {
	const first = history.levels.find((level) => level.date >= target.baseline_date);
	const baseline = target.baseline ?? (indicator.kind === "annual_flow" ? "0" : first?.value);
	return {
		way: {
			start: first?.date ?? target.baseline_date,
			deadline: target.deadline
		},
		...baseline === void 0 ? {} : { baseline }
	};
}
const lastWholeMonth = (as_of) => isMonthEnd(as_of) ? monthOf(as_of) : addMonths(monthOf(as_of), -1);
function valuedRow(valued, more) {
	const { promise, target, goal, level, input } = valued;
	const { way, baseline } = wayOf(valued);
	const value = toNumber(level.value);
	const share = planShare(way, level.date, input.path, input.checkpoints);
	const plan = baseline === void 0 || level.basis === "year_to_date" ? void 0 : planValue(toNumber(baseline), toNumber(goal), share);
	const ratio = plan === void 0 ? void 0 : attainment(target.comparator, value, plan);
	const done = completion(target.comparator, value, toNumber(goal));
	const met = isMet(valued);
	const result = level.date >= target.deadline;
	const stale = !result && monthsApart(level.period, lastWholeMonth(input.as_of)) > stalePeriods;
	const planned = planStatus(input.path, input.checkpoints);
	return {
		...promise,
		...baseline === void 0 ? {} : { baseline: {
			value: baseline,
			date: way.start
		} },
		now: {
			value: level.value,
			date: level.date,
			basis: level.basis,
			data_status: level.data_status,
			...level.parts === void 0 ? {} : { parts: level.parts }
		},
		stale,
		...done === void 0 ? {} : { completion: done },
		elapsed: elapsedShare(way, level.date),
		...plan === void 0 ? {} : {
			plan: {
				value: plan,
				share,
				path: input.path,
				data_status: planned
			},
			gap: value - plan
		},
		...ratio === void 0 ? {} : { attainment: ratio },
		...paceOf(valued, met),
		verdict: verdictAt(valued, way, {
			met,
			ratio,
			stale,
			result
		}),
		verdict_status: weakestStatus([
			level.data_status,
			target.data_status,
			baselineStatus(valued),
			...plan === void 0 || result ? [] : [planned]
		]),
		...more
	};
}
function judgedValue({ target, indicator, level }) {
	if (indicator.kind !== "annual_flow") return level.value;
	if (monthOf(target.deadline).endsWith("-12")) return level.period.slice(0, 4) === target.deadline.slice(0, 4) ? level.parts?.[0] ?? level.value : void 0;
	return level.date === target.deadline && level.basis === "last_12_months" ? level.value : void 0;
}
function isMet(valued) {
	const { target, goal, indicator, level } = valued;
	const judged = judgedValue(valued);
	if (judged === void 0 || !meets(target.comparator, judged, goal)) return false;
	return indicator.kind !== "annual_flow" || directionOf(target.comparator) === 1 || level.date >= target.deadline;
}
const baselineStatus = ({ target, indicator, history }) => target.baseline !== void 0 || indicator.kind === "annual_flow" ? "reported" : history.levels.find((level) => level.date >= target.baseline_date)?.data_status ?? "reported";
function verdictAt({ target, goal, level, input }, way, seen) {
	if (seen.result) return seen.met ? "met" : "missed";
	if (input.as_of > target.deadline) return "no_value_at_deadline";
	if (seen.met) return "met";
	if (level.basis === "level" && target.comparator === ">" && compareDecimal(level.value, goal) === 0) return "not_yet_exceeded";
	if (level.date <= way.start && level.basis === "level") return "no_verdict";
	const verdict = verdictOf(seen.ratio, input.thresholds);
	return seen.stale && (verdict === "ahead" || verdict === "on_plan") ? "no_verdict" : verdict;
}
function paceOf(valued, met) {
	const { target, goal, indicator, history, level, input } = valued;
	const annual = indicator.kind === "annual_flow";
	const direction = directionOf(target.comparator);
	const left = met ? "0" : remaining(target.comparator, level.value, goal, isCounted(indicator.unit));
	const months = monthsBetween(level.date, target.deadline);
	const open = input.as_of <= target.deadline && months > 0;
	const known = paceUpTo(history, level, annual);
	const slope = typeof known === "string" ? void 0 : known.p50;
	const required = !open || annual ? void 0 : toNumber(left) / months;
	const current = annual || slope === void 0 ? void 0 : slope * direction;
	return {
		remaining: left,
		...required === void 0 ? {} : { required_per_month: required },
		...current === void 0 ? {} : { current_per_month: current * direction },
		...required === void 0 || current === void 0 || current <= 0 ? {} : { acceleration: required / current },
		pace: annual || !open ? "not_applicable" : current === void 0 ? "too_few_observations" : current <= 0 ? "no_growth" : "known",
		forecast: forecast({
			value: toNumber(level.value),
			date: level.date,
			deadline: target.deadline,
			as_of: input.as_of,
			pace: known,
			direction,
			met,
			...indicator.kind === "ratio" || toNumber(level.value) < 0 ? {} : { least: 0 }
		})
	};
}
function paceUpTo(history, level, annual) {
	const values = monthValues(history.levels).filter((value) => value.period <= level.period);
	const first = values[0];
	if (annual && (first === void 0 || level.basis === "year_to_date" || monthsApart(first.period, level.period) < 24)) return "too_few_years";
	return pace(values);
}
// src/domain/phases.ts
const firstMonth = (start) => start.slice(8) > "15" ? addMonths(monthOf(start), 1) : monthOf(start);
const phaseStates = (phases, as_of) => phases.map((phase) => ({
	...phase,
	elapsed: elapsedShare({
		start: phase.start,
		deadline: phase.end
	}, as_of)
}));
function phaseNow(phases, as_of) {
	const phase = phases.find(({ start, end }) => start <= as_of && as_of <= end);
	if (phase === void 0) return void 0;
	const first = firstMonth(phase.start);
	return {
		id: phase.id,
		month: Math.max(1, monthsApart(first, monthOf(as_of)) + 1),
		months: Math.max(1, monthsApart(first, monthOf(phase.end)) + 1)
	};
}
// src/domain/strip.ts
const furthestFirst = [...stages].reverse();
function stripGroups(register, mapping) {
	const rowOf = (stage) => register.rows.find((row) => row.stage === stage) ?? {
		stage,
		count: 0,
		undisclosed: 0,
		amounts: [],
		dots: []
	};
	const mapped = (group) => groupOf(group, furthestFirst.filter((stage) => mapping[group].includes(stage)).map(rowOf));
	const rest = register.rows.filter((row) => row.count > 0 && ![...mapping.established, ...mapping.pipeline].some((stage) => stage === row.stage));
	return [
		mapped("established"),
		mapped("pipeline"),
		...rest.length > 0 ? [groupOf("unknown", rest)] : []
	];
}
const groupOf = (group, rows) => ({
	group,
	count: rows.reduce((sum, row) => sum + row.count, 0),
	undisclosed: rows.reduce((sum, row) => sum + row.undisclosed, 0),
	amounts: sumWire(rows.map((row) => row.amounts)),
	rows
});
// src/domain/make-overview.ts
const newestDay = ({ profile, days }) => [profile.data_date, ...days].toSorted().at(-1) ?? profile.data_date;
function makeOverview(input) {
	const { profile, register, as_of, compare } = input;
	const path = planPath(input);
	const targets = ledger(input, path);
	const main = mainMeasure(targets);
	const start = targets.find((row) => row.indicator === main)?.baseline?.date;
	const changes = changesOf(input);
	const now = phaseNow(profile.phases, as_of);
	const latest = latestMonth(input.observations);
	const closed = closedBy(input);
	return {
		origin: profile.origin,
		revision: input.revision,
		as_of,
		days: input.days,
		...compare === void 0 ? {} : { compare },
		zone: {
			name: profile.name,
			short_name: profile.short_name,
			fictional: profile.fictional,
			base_currency: profile.base_currency,
			industries: profile.industries,
			...profile.stage_words === void 0 ? {} : { stage_words: profile.stage_words },
			...input.definitions === void 0 ? {} : { definitions: input.definitions }
		},
		illustrative: isIllustrative(input, targets),
		...profile.origin === "own" ? { age_days: Math.max(0, daysBetween(newestDay(input), input.today)) } : {},
		headline: headline(input),
		targets,
		main_measure: main,
		plan: {
			path,
			checkpoints: profile.checkpoints,
			...start === void 0 ? {} : { start }
		},
		thresholds: profile.thresholds,
		phases: phaseStates(profile.phases, as_of),
		...now === void 0 ? {} : { phase_now: now },
		...profile.phase_note === void 0 ? {} : { phase_note: profile.phase_note },
		stage_mapping: profile.stage_mapping,
		strip: {
			groups: stripGroups(register, profile.stage_mapping),
			excluded: register.excluded,
			data_status: register.data_status
		},
		...changes === void 0 ? {} : { changes },
		established: register.established.flatMap((project) => establishedRow(project, as_of)),
		projects_total: register.total,
		...closed === void 0 ? {} : { closed },
		...latest === void 0 ? {} : { latest_month: latest }
	};
}
function closedBy({ closed = [], as_of }) {
	const past = closed.filter(({ period }) => monthEnd(period) <= as_of);
	const last = past.at(-1);
	return last === void 0 ? void 0 : {
		period: last.period,
		changed: past.flatMap(({ changed }) => changed)
	};
}
const planPath = ({ plan, profile }) => profile.checkpoints.length === 0 ? "straight" : plan ?? profile.plan_path;
function ledger(input, path) {
	const { profile, as_of, observations, notes } = input;
	const rows = {
		as_of,
		path,
		checkpoints: profile.checkpoints,
		thresholds: profile.thresholds,
		observations,
		notes,
		sourceTitle: (id) => sourceTitle(profile, id)
	};
	return profile.targets.flatMap((target) => {
		const indicator = profile.indicators.find(({ id }) => id === target.indicator);
		return indicator === void 0 ? [] : [ledgerRow(target, indicator, rows)];
	});
}
function mainMeasure(rows) {
	return rows.flatMap((row) => row.verdict_status === "illustrative" || row.attainment === void 0 ? [] : [{
		indicator: row.indicator,
		attainment: row.attainment
	}]).reduce((a, b) => a === void 0 || b.attainment < a.attainment ? b : a, void 0)?.indicator ?? rows[0]?.indicator ?? "";
}
function changesOf({ compare, register, profile }) {
	if (compare === void 0 || register.before === void 0) return void 0;
	const [before, now] = [countGroups(register.before, profile.stage_mapping), countGroups(register.rows, profile.stage_mapping)];
	return {
		since: compare,
		items: register.changes.items,
		total: register.changes.total,
		established: {
			before: before.established,
			now: now.established
		},
		pipeline: {
			before: before.pipeline,
			now: now.pipeline
		}
	};
}
const isIllustrative = ({ profile, register }, rows) => profile.fictional || register.total > 0 && register.data_status === "illustrative" || rows.some((row) => row.verdict_status === "illustrative" || row.now?.data_status === "illustrative" || row.series.some((point) => point.data_status === "illustrative"));
function latestMonth(observations) {
	const valued = observations.filter((observation) => observation.value !== void 0);
	const period = valued.map((observation) => observation.period).sort().at(-1);
	if (period === void 0) return void 0;
	return {
		period,
		data_status: weakestStatus(valued.filter((observation) => observation.period === period).map((observation) => observation.data_status))
	};
}
// src/server/store/data-days.ts
async function dataDays(source, origin, profile, known, without = []) {
	const days = new Set(profile.published.map((fact) => fact.date));
	if (origin !== "sample") {
		const reader = readerOf(source);
		const revision = knownAt(known);
		const months = await reader.selectFrom("observation").select("period").distinct().where("origin", "=", origin).where("value", "is not", null).where("revision_from", "<=", revision).where("revision_to", ">", revision).execute();
		for (const { period } of months) days.add(monthEnd(period));
		const editions = await editionDays(reader, origin, revision, without);
		for (const day of editions) days.add(day);
	}
	if (days.size === 0) days.add(profile.data_date);
	return [...days].sort();
}
async function editionDays(reader, origin, revision, without) {
	const others = without.length === 0 ? sql`` : sql`and id not in ${revisionsOfAlone(reader, origin, without)}`;
	const first = (after) => sql`(select min(as_of) from revision where origin = ${origin} and id <= ${revision}
    and (undone_by is null or undone_by > ${revision}) ${others} ${after})`;
	const { rows } = await sql`with recursive edition (day) as (select ${first(sql``)}
    union all select ${first(sql`and as_of > edition.day`)} from edition where day is not null)
    select day from edition where day is not null`.execute(reader);
	return rows.map(({ day }) => day);
}
const revisionsOfAlone = (reader, origin, codes) => reader.selectFrom("project_version").select("revision_from").where("origin", "=", origin).groupBy("revision_from").having((eb) => eb(eb.fn.count(eb.case().when("code", "not in", [...codes]).then(1).end()), "=", 0));
// src/domain/period-close.ts
function changedValues(month, closed, now) {
	const valueIn = (list, id) => list.find((o) => o.indicator === id && o.period === month)?.value;
	return [...new Set([...closed, ...now].filter((o) => o.period === month).map((o) => o.indicator))].sort().flatMap((indicator) => {
		const [before, after] = [valueIn(closed, indicator), valueIn(now, indicator)];
		if (before === after) return [];
		return [{
			indicator,
			period: month,
			...before === void 0 ? {} : { before },
			...after === void 0 ? {} : { now: after }
		}];
	});
}
// src/server/store/period-closes.ts
async function listClosedPeriods(source, origin, known) {
	const revision = knownAt(known);
	const closes = await readerOf(source).selectFrom("period_close").select([
		"period",
		"closed_at",
		"closed_by",
		"note",
		"points_json",
		"made_by"
	]).where("origin", "=", origin).where("revision_from", "<=", revision).where("revision_to", ">", revision).orderBy("period").execute();
	if (closes.length === 0) return [];
	const [then, now] = await Promise.all([valuesAtClosing(source, origin, revision), valuesNow(source, origin, revision)]);
	return closes.map(({ note, points_json, made_by, ...close }) => ({
		...close,
		revision: made_by,
		...note === null ? {} : { note },
		points: points_json,
		changed: changedValues(close.period, then, now)
	}));
}
const toValue = ({ indicator, period, value }) => ({
	indicator,
	period,
	...value === null ? {} : { value }
});
async function valuesAtClosing(source, origin, revision) {
	return (await readerOf(source).selectFrom("period_close as c").innerJoin("observation as o", (join) => join.onRef("o.origin", "=", "c.origin").onRef("o.period", "=", "c.period")).select([
		"o.indicator",
		"o.period",
		"o.value"
	]).where("c.origin", "=", origin).where("c.revision_from", "<=", revision).where("c.revision_to", ">", revision).whereRef("o.revision_from", "<=", "c.made_by").whereRef("o.revision_to", ">", "c.made_by").execute()).map(toValue);
}
async function valuesNow(source, origin, revision) {
	return (await readerOf(source).selectFrom("observation").select([
		"indicator",
		"period",
		"value"
	]).where("origin", "=", origin).where("revision_from", "<=", revision).where("revision_to", ">", revision).execute()).map(toValue);
}
async function lastClosedPeriod(source, origin, known) {
	return (await readerOf(source).selectFrom("period_close").select("period").where("origin", "=", origin).where("revision_from", "<=", knownAt(known)).where("revision_to", ">", knownAt(known)).orderBy("period", "desc").limit(1).executeTakeFirst())?.period;
}
// src/server/store/register-changes.ts
const changedRows = (reader, { origin, as_of, known, without = [] }, since) => reader.selectFrom("project_version as v").where("v.origin", "=", origin).where("v.valid_from", ">", since).where("v.valid_from", "<=", as_of).where("v.revision_from", "<=", knownAt(known)).where("v.revision_to", ">", knownAt(known)).where((eb) => eb("v.changes", ">", eb.lit(0))).$if(without.length > 0, (query) => query.where("v.code", "not in", [...without]));
async function listChanges(reader, scope, since, limit) {
	const rows = await changedRows(reader, scope, since).leftJoin("project_version as now", (join) => join.onRef("now.origin", "=", "v.origin").onRef("now.code", "=", "v.code").on("now.valid_from", "<=", scope.as_of).on("now.valid_to", ">", scope.as_of).on("now.revision_from", "<=", knownAt(scope.known)).on("now.revision_to", ">", knownAt(scope.known))).select((eb) => eb.fn.coalesce("now.name", "v.name").as("name")).select([
		"v.code",
		"v.valid_from",
		"v.stage",
		"v.stage_from",
		"v.status",
		"v.status_from",
		"v.is_new"
	]).orderBy("v.valid_from", "desc").orderBy("v.code").limit(limit).execute();
	const { total } = await changedRows(reader, scope, since).select((eb) => eb.fn.coalesce(eb.cast(eb.fn.sum("v.changes"), "bigint"), eb.lit(0)).as("total")).executeTakeFirstOrThrow();
	return {
		items: rows.flatMap((row) => {
			const { code, name, valid_from: date, stage: to } = row;
			return [
				...row.is_new ? [{
					kind: "new",
					code,
					name,
					to,
					date
				}] : [],
				...row.stage_from === null ? [] : [{
					kind: "stage",
					code,
					name,
					from: row.stage_from,
					to,
					date,
					regression: isRegression(row.stage_from, to)
				}],
				...row.status_from === null ? [] : [{
					kind: "status",
					code,
					name,
					from: row.status_from,
					to: row.status,
					date
				}]
			];
		}).slice(0, limit),
		total
	};
}
// src/server/store/stage-sums.ts
const sumsByStage = (reader, scope) => versionsAt(reader, scope).select((eb) => [
	"v.stage",
	"v.status",
	eb.fn.max("v.data_status_rank").as("weakest"),
	...sumColumns(eb, "total_investment")
]).groupBy([
	"v.stage",
	"v.status",
	"v.total_investment_currency"
]).execute();
// src/server/store/register-view.ts
const dotsOfRow = 240;
const listed$2 = 50;
async function registerView(source, query) {
	const reader = readerOf(source);
	const { origin, as_of, without = [] } = query;
	const scope = {
		origin,
		as_of,
		without,
		known: query.known ?? await currentRevision(source)
	};
	const counts = await sumsByStage(reader, scope);
	const active = counts.filter((row) => row.status === "active");
	const rows = await Promise.all(stagesAndUnknown.filter((stage) => active.some((row) => row.stage === stage)).map(async (stage) => ({
		stage,
		...addRows(active.filter((row) => row.stage === stage)),
		dots: await largest(reader, scope, stage)
	})));
	const total = counts.reduce((sum, row) => sum + row.count, 0);
	const established = rows.some((row) => query.mapping.established.some((stage) => stage === row.stage));
	const [before, changes, establishedProjects] = await Promise.all([
		query.compare === void 0 ? void 0 : stageCounts(reader, {
			...scope,
			as_of: query.compare
		}),
		query.compare === void 0 ? {
			items: [],
			total: 0
		} : listChanges(reader, scope, query.compare, listed$2),
		established ? establishedByCode(reader, scope, query.mapping) : []
	]);
	return {
		rows,
		excluded: total - rows.reduce((sum, row) => sum + row.count, 0),
		total,
		data_status: dataStatuses[Math.max(0, ...counts.map((row) => row.weakest))] ?? "reported",
		...before === void 0 ? {} : { before },
		changes,
		established: establishedProjects
	};
}
async function stageCounts(reader, scope) {
	return (await versionsAt(reader, scope).select((eb) => ["v.stage", eb.fn.countAll().as("count")]).where("v.status", "=", "active").groupBy("v.stage").execute()).sort((a, b) => stagesAndUnknown.indexOf(a.stage) - stagesAndUnknown.indexOf(b.stage));
}
async function largest(reader, scope, stage) {
	return (await versionsAt(reader, scope, "in_order").select([
		"v.code",
		"v.name",
		"v.industry",
		"v.total_investment_minor",
		"v.total_investment_currency"
	]).where("v.stage", "=", stage).where("v.status", "=", "active").orderBy("v.total_investment_minor", (o) => o.desc().nullsLast()).orderBy("v.code").limit(dotsOfRow).execute()).map(({ code, name, industry, total_investment_minor: minor, total_investment_currency: currency }) => ({
		code,
		name,
		...industry === null ? {} : { industry },
		...minor === null || currency === null ? {} : { money: {
			minor: String(minor),
			currency
		} }
	}));
}
const activeAt = (reader, scope) => projectsAt(reader, scope).where("v.status", "=", "active").limit(listed$2);
async function establishedByCode(reader, scope, mapping) {
	return (await activeAt(reader, scope).where("v.stage", "in", [...mapping.established]).orderBy("v.code").execute()).map((row) => toProject(row, scope.as_of));
}
// src/server/store/settings.ts
const chosenOriginName = "chosen_origin";
async function chosenOrigin(source, known) {
	const row = await readerOf(source).selectFrom("setting").select("value_json").where("name", "=", chosenOriginName).where("revision_from", "<=", knownAt(known)).where("revision_to", ">", knownAt(known)).executeTakeFirst();
	return origins.find((origin) => origin === row?.value_json) ?? null;
}
// src/server/store/zone.ts
async function readZone(source, origin, known) {
	return (await readerOf(source).selectFrom("zone_version").select("profile_json").where("origin", "=", origin).where("revision_from", "<=", knownAt(known)).where("revision_to", ">", knownAt(known)).executeTakeFirst())?.profile_json;
}
function listZoneVersions(source, origin, known) {
	return readerOf(source).selectFrom("zone_version as z").innerJoin("revision as r", "r.id", "z.revision_from").select([
		"r.id as revision",
		"r.recorded_at",
		"r.author",
		"r.reason",
		"z.profile_json"
	]).where("z.origin", "=", origin).where("z.revision_from", "<=", knownAt(known)).orderBy("z.revision_from").execute();
}
// src/server/routes/overview-of.ts
async function shownZone({ db }, knownAt, without = []) {
	const known = typeof knownAt === "number" ? knownAt : knownAt === void 0 ? await currentRevision(db) : await revisionAt(db, knownAt);
	const origin = await chosenOrigin(db, known);
	const profile = origin === null ? void 0 : await readZone(db, origin, known);
	if (knownAt !== void 0 && profile === void 0) throw problem("not_found", "Nothing was recorded yet at that moment. Choose a later known_at; /api/v1/revisions lists what was recorded when.");
	if (origin === null || profile === void 0) throw problem("not_found", "There is no zone yet: import a register, or choose a sample.");
	const [days, last] = await Promise.all([dataDays(db, origin, profile, known, without), lastClosedPeriod(db, origin, known)]);
	if (last === void 0) return {
		known,
		origin,
		profile,
		days
	};
	const closed = monthEnd(last);
	return {
		known,
		origin,
		profile,
		closed,
		days: [.../* @__PURE__ */ new Set([...days, closed])].sort()
	};
}
const asOf = (shown, asked) => asked ?? shown.closed ?? shown.days.at(-1) ?? shown.profile.data_date;
const today = ({ clock }) => dayOf(clock());
const yearBefore = (day) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace(/-02-29$/, "-02-28");
function comparedDay(asked, as_of, days) {
	if (asked === "none") return void 0;
	if (asked === "prev") return days.findLast((day) => day < as_of);
	if (asked === "yoy") return days.findLast((day) => day <= yearBefore(as_of));
	if (asked >= as_of) throw problem("bad_request", `Compare with a day before ${as_of}.`);
	return asked;
}
async function overviewOf(deps, asked) {
	const { db } = deps;
	const shown = await shownZone(deps, asked.known ?? asked.known_at, asked.without);
	const { known, origin, profile, days } = shown;
	const as_of = asOf(shown, asked.as_of);
	const compare = comparedDay(asked.compare ?? "prev", as_of, days);
	const compared = compare === void 0 ? {} : { compare };
	const [register, observations, closed, versions] = await Promise.all([
		registerView(db, {
			as_of,
			...compared,
			mapping: profile.stage_mapping,
			origin,
			known,
			without: asked.without ?? []
		}),
		listObservations(db, {
			origin,
			as_of,
			known
		}),
		listClosedPeriods(db, origin, known),
		listZoneVersions(db, origin, known)
	]);
	const definitions = definitionsOf(versions.map(({ recorded_at, profile_json }) => ({
		recorded_at,
		profile: profile_json
	})));
	const plan = asked.plan === void 0 ? {} : { plan: asked.plan };
	return makeOverview({
		profile,
		revision: known,
		as_of,
		today: today(deps),
		days,
		observations,
		notes: [],
		register,
		closed,
		...definitions === void 0 ? {} : { definitions },
		...compared,
		...plan
	});
}
// src/server/routes/changes.ts
const listed$1 = 500;
async function bridgeFor({ db }, shown, days, query) {
	const { from, to, measure } = days;
	const mapping = shown.profile.stage_mapping;
	return makeBridge(await listTransitions(db.read, days), {
		from: from.day,
		to: to.day,
		measure,
		mapping
	});
}
async function changesOn({ db }, { profile }, days, bridge) {
	const { origin, from, to } = days;
	const values = ({ day, known }) => listObservations(db, {
		origin,
		as_of: day,
		known
	});
	const [{ moves, total, counts }, before, after, data_status] = await Promise.all([
		listMoves(db.read, days, listed$1),
		values(from),
		values(to),
		weakestOfTwoDays(db.read, days)
	]);
	return {
		bridge,
		moves,
		total,
		counts,
		indicators: indicatorChanges(profile.indicators, before, after),
		revision: {
			from: from.known,
			to: to.known
		},
		data_status
	};
}
async function changesBetween(deps, asked) {
	const { from, to, known, without } = asked;
	const shown = await shownZone(deps, known);
	const days = {
		origin: shown.origin,
		from: {
			day: from,
			known
		},
		to: {
			day: to,
			known
		},
		measure: "total_investment",
		without
	};
	return {
		days,
		changes: await changesOn(deps, shown, days, await bridgeFor(deps, shown, days, {}))
	};
}
// src/server/store/left-out.ts
async function leftOutProjects(source, scope, codes) {
	if (codes.length === 0) return [];
	return (await versionsAt(readerOf(source), scope).select([
		"v.stage",
		"v.status",
		"v.total_investment_minor as minor",
		"v.total_investment_currency as currency"
	]).where("v.code", "in", [...codes]).execute()).map(({ stage, status, minor, currency }) => ({
		stage,
		status,
		...minor === null || currency === null ? {} : { money: {
			minor: String(minor),
			currency
		} }
	}));
}
// src/server/store/stalled-projects.ts
const amountsThatCount = (stage) => stage === "construction" ? ["fai_done_total"] : [
	"total_investment",
	"contracted_amount",
	"paid_in",
	"fai_done_total"
];
function lastAmountChange({ origin, as_of, known }, stage) {
	const revision = knownAt(known);
	const differs = amountsThatCount(stage).flatMap((measure) => [`${measure}_minor`, `${measure}_currency`].map((column) => sql`${sql.ref(`n.${column}`)} is distinct from ${sql.ref(`p.${column}`)}`));
	return sql`select max(n.valid_from) as day from project_version n
    join project_version p on p.origin = n.origin and p.code = n.code and p.valid_to = n.valid_from
      and p.revision_from <= ${revision} and p.revision_to > ${revision}
    where n.origin = ${origin} and n.code = v.code and n.valid_from > v.stage_since and n.valid_from <= ${as_of}
      and n.revision_from <= ${revision} and n.revision_to > ${revision} and (${sql.join(differs, sql` or `)})`;
}
function lastProof({ origin, as_of, known }) {
	const revision = knownAt(known);
	return sql`select max(substr(e.added_at, 1, 10)) as day from evidence e where e.origin = ${origin} and e.code = v.code
    and e.withdrawn_at is null and e.revision_from <= ${revision} and e.revision_to > ${revision}
    and substr(e.added_at, 1, 10) > v.stage_since and substr(e.added_at, 1, 10) <= ${as_of}`;
}
const lastEvent = (scope, stage) => stage === "construction" ? sql`(${lastAmountChange(scope, stage)})` : sql`(select max(d.day) from (${lastAmountChange(scope, stage)} union all ${lastProof(scope)}) as d)`;
const heardTwice = ({ origin, as_of, known }) => sql`exists (select 1 from project_version n
  where n.origin = ${origin} and n.code = v.code and n.facts_from > ${firstDay} and n.valid_from <= ${as_of}
    and n.revision_from <= ${knownAt(known)} and n.revision_to > ${knownAt(known)})`;
const activeIn = (reader, scope, stage) => versionsAt(reader, scope).where("v.status", "=", "active").where("v.stage", "=", stage);
async function stalledIn(reader, scope, stage, after, limit) {
	const before = addDays(scope.as_of, -after);
	const candidates = activeIn(reader, scope, stage).select((eb) => [
		"v.code",
		"v.name",
		eb.fn.coalesce(lastEvent(scope, stage), eb.ref("v.stage_since")).as("since")
	]).where("v.stage_since", "<", before).$if(stage === "construction", (query) => query.where(heardTwice(scope)));
	const rows = await reader.selectFrom(candidates.as("c")).select((eb) => [
		"c.code",
		"c.name",
		"c.since",
		eb.fn.countAll().over().as("total")
	]).where("c.since", "<", before).orderBy("c.since").orderBy("c.code").limit(limit).execute();
	return {
		items: rows.flatMap(({ code, name, since }) => since === null ? [] : [{
			code,
			name,
			stage,
			since
		}]),
		total: rows[0]?.total ?? 0
	};
}
async function countNotJudged(reader, scope) {
	const { count } = await activeIn(reader, scope, "construction").select((eb) => eb.fn.countAll().as("count")).where("v.stage_since", "<", addDays(scope.as_of, -(stalledAfterDays.construction ?? 0))).where((eb) => eb.not(heardTwice(scope))).executeTakeFirstOrThrow();
	return count;
}
async function listStalled(reader, scope, limit) {
	const [not_judged, ...found] = await Promise.all([countNotJudged(reader, scope), ...stages.flatMap((stage) => {
		const after = stalledAfterDays[stage];
		return after === void 0 ? [] : [stalledIn(reader, scope, stage, after, limit)];
	})]);
	return {
		stalled: found.flatMap(({ items }) => items),
		stalled_total: found.reduce((sum, { total }) => sum + total, 0),
		not_judged
	};
}
// src/server/store/pipeline-rows.ts
const listed = 50;
async function pipelineRows(source, scope, compare) {
	const reader = readerOf(source);
	const [groups, since, moves, changes, stalled] = await Promise.all([
		sumsByStage(reader, scope),
		countsBySince(reader, scope),
		compare === void 0 ? void 0 : movesBetween(reader, scope, compare),
		compare === void 0 ? [] : listChanges(reader, scope, compare, listed).then(({ items }) => items),
		listStalled(reader, scope, listed)
	]);
	return {
		sums: [...Map.groupBy(groups.filter((row) => row.status === "active"), (row) => row.stage)].map(([stage, rows]) => ({
			stage,
			...addRows(rows)
		})),
		on_hold: groups.filter((row) => row.status === "on_hold").reduce((sum, row) => sum + row.count, 0),
		data_status: dataStatuses[Math.max(0, ...groups.map((row) => row.weakest))] ?? "reported",
		since,
		...moves === void 0 ? {} : { moves },
		changes,
		...stalled
	};
}
const countsBySince = (reader, scope) => versionsAt(reader, scope).select((eb) => [
	"v.stage",
	"v.stage_since as since",
	eb.fn.countAll().as("count")
]).where("v.status", "=", "active").groupBy(["v.stage", "v.stage_since"]).execute();
async function movesBetween(reader, scope, since) {
	return await changedRows(reader, scope, since).select((eb) => [
		"v.stage_from as from",
		"v.stage as to",
		eb.fn.countAll().as("count")
	]).where((eb) => eb.or([eb("v.stage_from", "is not", null), eb("v.is_new", "=", true)])).groupBy(["v.stage_from", "v.stage"]).execute();
}
// src/server/store/fold.ts
const pairs = (text) => Array.from({ length: text.length / 2 }, (_, i) => [text.charAt(2 * i), text.charAt(2 * i + 1)]);
const same = new Map([
	...pairs(japanesePairs),
	...pairs(traditionalPairs),
	...Array.from({ length: 86 }, (_, i) => [String.fromCharCode(12449 + i), String.fromCharCode(12353 + i)])
]);
const asian = /[\u30a1-\u30f6\u4e00-\u9fff]/g;
const marked = /[\u00c0-\u024f\u1e00-\u1eff]|\p{M}/u;
function foldText(text) {
	const plain = text.normalize("NFKC").toLowerCase().replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");
	return (marked.test(plain) ? plain.normalize("NFD").replace(/(?<=[a-z])[\u0300-\u036f]+/g, "").normalize("NFC") : plain).replace(asian, (c) => same.get(c) ?? c);
}
const literal = (text) => `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
function containsPatterns(text) {
	const folded = foldText(text);
	const joined = /^[a-z\d\s'’-]+$/.test(folded) ? folded.replace(/[\s'’-]/g, "") : folded;
	return joined === folded || joined === "" ? [literal(folded)] : [literal(folded), literal(joined)];
}
// src/server/store/project-filters.ts
const filterColumns = [
	"stage",
	"status",
	"industry",
	"zone",
	"country",
	"prefecture",
	"investor"
];
const words = (filter) => (typeof filter === "string" ? filter.split(",") : filter ?? []).map((word) => word.trim()).filter((word) => word !== "");
function filterConditions(eb, filters) {
	const conditions = [];
	for (const column of filterColumns) {
		const list = words(filters[column]);
		if (list.length > 0) conditions.push(eb(sql.ref(`v.${column}`), "in", list));
	}
	const q = filters.q?.trim();
	if (q) conditions.push(eb.or(containsPatterns(q).map((pattern) => sql`${eb.ref("v.search_fold")} like ${pattern} escape '\\'`)));
	return conditions;
}
// src/server/store/project-order.ts
const sortKeys = [
	"code",
	"name",
	"total_investment",
	"last_update",
	"stage",
	"status"
];
const sortColumns = {
	code: [],
	name: ["name"],
	total_investment: ["total_investment_currency", "total_investment_minor"],
	last_update: ["last_update"],
	stage: ["stage_rank"],
	status: ["status_rank"]
};
function parseSort(text) {
	const descending = text.startsWith("-");
	const key = sortKeys.find((k) => k === (descending ? text.slice(1) : text));
	return key && {
		key,
		descending
	};
}
const orderTerms = ({ key, descending }) => [...sortColumns[key].map((column) => ({
	column,
	descending
})), {
	column: "code",
	descending: key === "code" && descending
}];
function isAfter(eb, terms, values) {
	const [term, ...rest] = terms;
	const value = values[0];
	if (!term || value === void 0) return eb.lit(false);
	const column = eb.ref(`v.${term.column}`);
	const deeper = () => isAfter(eb, rest, values.slice(1));
	if (value === null) return eb.and([eb(column, "is", null), deeper()]);
	const past = eb(column, term.descending ? "<" : ">", value);
	const same = rest.length > 0 ? [eb.and([eb(column, "=", value), deeper()])] : [];
	return eb.or([
		past,
		...term.column === "code" ? [] : [eb(column, "is", null)],
		...same
	]);
}
// src/server/store/list-projects.ts
var BadListQuery = class extends Error {
	parameter;
	constructor(parameter) {
		super(`${parameter} is not one that this list gives out`);
		this.name = "BadListQuery";
		this.parameter = parameter;
	}
};
const mayBeMissing = /* @__PURE__ */ new Set([
	"total_investment_currency",
	"last_update",
	"stage_rank"
]);
const fewMatches = 2e3;
async function listProjects(source, query) {
	const reader = readerOf(source);
	const sortText = query.sort ?? "code";
	const sort = parseSort(sortText);
	if (!sort) throw new BadListQuery("sort");
	const terms = orderTerms(sort);
	const cursor = query.cursor === void 0 ? void 0 : readCursor(query.cursor, sortText, terms);
	const known = Math.min(cursor?.known ?? query.known ?? Number.MAX_SAFE_INTEGER, await currentRevision(source));
	const limit = query.limit ?? 50;
	const scope = {
		...query,
		known
	};
	const total = await countProjects(source, scope);
	const rows = await pageRows(reader, scope, total < fewMatches ? "all" : "in_order", terms, limit + 1, cursor?.values);
	const page = rows.slice(0, limit);
	const last = page.at(-1);
	const nextCursor = rows.length > limit && last ? writeCursor({
		known,
		sort: sortText,
		values: terms.map((t) => last[t.column])
	}) : null;
	return {
		items: page.map((row) => toProject(row, query.as_of)),
		total,
		nextCursor
	};
}
function pageRows(reader, query, access, terms, limit, after) {
	let rows = projectsAt(reader, query, access).select([
		"v.name",
		"v.total_investment_minor",
		"v.total_investment_currency",
		"v.last_update",
		"v.stage_rank",
		"v.status_rank"
	]).where((eb) => eb.and(filterConditions(eb, query))).limit(limit);
	if (after) rows = rows.where((eb) => isAfter(eb, terms, after));
	for (const { column, descending } of terms) rows = rows.orderBy(`v.${column}`, (o) => {
		const ordered = descending ? o.desc() : o.asc();
		return mayBeMissing.has(column) ? ordered.nullsLast() : ordered;
	});
	return rows.execute();
}
async function countProjects(source, query) {
	return (await versionsAt(readerOf(source), query).select((eb) => eb.fn.countAll().as("count")).where((eb) => eb.and(filterConditions(eb, query))).executeTakeFirstOrThrow()).count;
}
const amountColumn = "total_investment_minor";
function writeCursor({ known, sort, values }) {
	const bytes = new TextEncoder().encode(JSON.stringify([
		known,
		sort,
		...values.map((v) => typeof v === "bigint" ? String(v) : v)
	]));
	return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
function readCursor(text, expectedSort, terms) {
	const [known, sort, ...values] = decode(text);
	if (!Number.isSafeInteger(known) || sort !== expectedSort || values.length !== terms.length) throw new BadListQuery("cursor");
	return {
		known,
		sort,
		values: terms.map(({ column }, i) => {
			const value = values[i];
			if (value === null && column !== "code") return null;
			if (column === amountColumn && typeof value === "string" && /^-?\d{1,19}$/.test(value)) return BigInt(value);
			if (column === "stage_rank" || column === "status_rank" ? Number.isSafeInteger(value) : typeof value === "string" && column !== amountColumn) return value;
			throw new BadListQuery("cursor");
		})
	};
}
function decode(text) {
	try {
		const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
		const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
		if (Array.isArray(value)) return value;
	} catch {}
	throw new BadListQuery("cursor");
}
// src/server/store/present-stages.ts
async function presentStages(source, scope, codes) {
	if (codes.length === 0) return /* @__PURE__ */ new Map();
	const rows = await versionsAt(readerOf(source), scope).select(["v.code", "v.stage"]).where("v.code", "in", [...codes]).execute();
	return new Map(rows.map(({ code, stage }) => [code, stage]));
}
// src/server/store/register-cells.ts
async function registerCells(source, scope, only) {
	if (only?.length === 0) return [];
	return (await versionsAt(readerOf(source), scope).select((eb) => [
		"v.stage",
		"v.status",
		"v.industry",
		"v.zone",
		...sumColumns(eb, "total_investment")
	]).$if(only !== void 0, (query) => query.where("v.code", "in", [...only ?? []])).groupBy([
		"v.stage",
		"v.status",
		"v.industry",
		"v.zone",
		"v.total_investment_currency"
	]).execute()).map(({ stage, status, industry, zone, currency, count, high_minor, low_minor }) => ({
		stage,
		status,
		...industry === null ? {} : { industry },
		...zone === null ? {} : { zone },
		...currency === null ? {} : { currency },
		count,
		minor: (high_minor ?? 0n) * exactHalf + (low_minor ?? 0n)
	}));
}
// src/server/sharing/projected.ts
const mostNamed = 240;
const ofAll = [
	"shared",
	"origin",
	"as_of",
	"zone",
	"illustrative",
	"stage_mapping",
	"latest_month"
];
const ofTargets = [
	...ofAll,
	"targets",
	"main_measure",
	"plan",
	"thresholds",
	"phases",
	"phase_now",
	"phase_note"
];
const partsOf = {
	targets: ofTargets,
	progress: ofTargets,
	pipeline: [
		...ofAll,
		"strip",
		"headline"
	]
};
function narrowed(overview, parts) {
	const kept = new Set(parts);
	return Object.fromEntries(Object.entries(overview).filter(([name]) => kept.has(name)));
}
async function pipelinePage({ db }, { profile, register, overview, groups, stageOf }) {
	const { origin, revision, as_of, compare, stage_mapping: mapping } = register;
	const shown = narrowed(overview, [
		...ofAll,
		"strip",
		"headline"
	]);
	if (overview.strip === void 0) return { overview: shown };
	return {
		overview: shown,
		pipeline: projectPipeline(makePipeline({
			origin,
			revision,
			as_of,
			mapping,
			rows: await pipelineRows(db, {
				origin,
				as_of,
				known: revision,
				without: profile.without
			}, compare),
			...compare === void 0 ? {} : { compare }
		}), groups, profile, stageOf)
	};
}
async function changesPage(deps, { profile, register, overview, groups }) {
	const { revision, as_of, compare = as_of, stage_mapping: mapping, headline } = register;
	const { without } = profile;
	const { days, changes } = await changesBetween(deps, {
		from: compare,
		to: as_of,
		known: revision,
		without
	});
	const [kept, out] = await Promise.all([listTransitions(deps.db.read, days), listTransitions(deps.db.read, {
		...days,
		without: [],
		only: without
	})]);
	const published = {
		from: publishedOf(headline.before.established_investment),
		to: publishedOf(headline.established_investment)
	};
	return {
		overview: narrowed(overview, ofAll),
		changes: projectChanges(changes, {
			profile,
			mapping,
			kept,
			out,
			groups,
			published
		})
	};
}
async function projectsPage({ db }, { view, profile, register, overview, groups }) {
	const { origin, revision: known, as_of, stage_mapping: mapping, headline, strip } = register;
	const { without } = profile;
	const { filters = {} } = view;
	const scope = {
		origin,
		as_of,
		known
	};
	const named = [...stages, "unknown"].filter((stage) => isNamed(profile, stage) && (filters.stage?.length ? filters.stage.includes(stage) : true));
	const [kept, out, page, zone] = await Promise.all([
		registerCells(db, {
			...scope,
			without
		}),
		registerCells(db, scope, without),
		named.length === 0 ? void 0 : listProjects(db, {
			...scope,
			without,
			...filters,
			stage: named,
			sort: "-stage",
			limit: mostNamed
		}),
		readZone(db, origin, known)
	]);
	const zones = (zone?.function_zones ?? []).filter(({ id }) => filters.zone?.includes(id) === true).map(({ id, name }) => ({
		id,
		name
	}));
	const asked = {
		profile,
		mapping,
		filters,
		kept,
		out,
		groups,
		published: publishedOf(headline.established_investment)
	};
	return {
		overview: narrowed(overview, ofAll),
		projects: projectList(page?.items ?? [], asked, {
			data_status: strip.data_status,
			zones
		})
	};
}
const pages = {
	pipeline: pipelinePage,
	changes: changesPage,
	projects: projectsPage
};
async function projected(deps, { view, profile, frozen }) {
	const { as_of, compare, plan, embed, page } = view;
	const known = frozen === void 0 ? {} : { known: frozen.revision };
	const { without } = profile;
	const register = await overviewOf(deps, {
		as_of: frozen?.as_of ?? as_of,
		compare,
		plan,
		without,
		...known
	});
	const { origin, revision } = register;
	const out = await leftOutProjects(deps.db, {
		origin,
		as_of: register.as_of,
		known: revision
	}, without);
	const changed = new Set(register.changes?.items.map(({ code }) => code));
	const stageOf = await presentStages(deps.db, {
		origin,
		as_of: register.as_of,
		known: revision,
		without
	}, [...changed]);
	const overview = project(register, profile, out, stageOf);
	if (page === "overview") return {
		shown: { overview: embed === void 0 ? overview : narrowed(overview, partsOf[embed.figure]) },
		revision
	};
	const read = {
		view,
		profile,
		register,
		overview,
		groups: project(register, {
			...profile,
			sections: ["strip"]
		}, out).strip?.groups ?? [],
		stageOf
	};
	return {
		shown: await pages[page](deps, read),
		revision
	};
}
export { projected };
