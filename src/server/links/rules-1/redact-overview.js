import { sql } from "kysely";

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

// src/domain/redaction/profile.ts
const sharedSections = [
	"headline",
	"targets",
	"revisions",
	"phases",
	"strip",
	"changes",
	"established",
	"milestones",
	"industries"
];
const all = {
	smallest_group: 3,
	sections: sharedSections,
	without: []
};
const profileOf = {
	totals: {
		...all,
		names: "hidden",
		amounts: "groups"
	},
	names: {
		...all,
		names: "registered",
		amounts: "groups"
	},
	full: {
		...all,
		names: "registered",
		amounts: "all"
	}
};
const fewestOf = ({ smallest_group, without }) => without.length > 0 ? Math.max(3, smallest_group) : smallest_group;
const isNamed = ({ names }, stage) => names === "shown" || names === "registered" && stage !== void 0 && hasReached(stage, "registered");

// src/domain/redaction/row-space.ts
const gcd$1 = (a, b) => b === 0n ? a < 0n ? -a : a : gcd$1(b, a % b);
function reduced(vector) {
	const common = vector.reduce(gcd$1, 0n);
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
	const product = a / gcd$1(a, b) * b;
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
	const showables = [
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
	];
	const safe = safeSums({
		atoms,
		facts,
		showables,
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
	const showables = [...singles.map((stage) => each(({ cell, within, left_out }) => within && !left_out && cell.stage === stage)), ...parts.map(({ test }) => sum((one) => one.within && !one.left_out && test(one)))];
	const safe = safeSums({
		atoms,
		facts,
		elsewhere,
		showables,
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
	const showables = [...singles.map(({ of }) => each(of)), ...sums.map(({ of, less }) => ({
		kind: "sum",
		of,
		less
	}))];
	const safe = safeSums({
		atoms,
		facts,
		elsewhere,
		showables,
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

// src/domain/exchange-rate.ts
const plainRate = ({ base, quote, day, per_units, rate, source }) => ({
	base,
	quote,
	day,
	per_units,
	rate,
	source
});
const nothing = {
	numerator: 0n,
	denominator: 1n
};
const gcd = (a, b) => b === 0n ? a : gcd(b, a % b);
function fraction(numerator, denominator) {
	const by = gcd(numerator < 0n ? -numerator : numerator, denominator) || 1n;
	return {
		numerator: numerator / by,
		denominator: denominator / by
	};
}
const times = (a, b) => fraction(a.numerator * b.numerator, a.denominator * b.denominator);
const plus = (a, b) => fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
function rounded({ numerator, denominator }) {
	const whole = (2n * (numerator < 0n ? -numerator : numerator) + denominator) / (2n * denominator);
	return numerator < 0n ? -whole : whole;
}
function factorOf({ base, quote, per_units, rate }) {
	const [whole = "", digits = ""] = rate.split(".");
	if (!/^\d+(\.\d+)?$/.test(rate) || /^[0.]+$/.test(rate)) throw new RangeError(`not a positive rate: ${rate.slice(0, 40)}`);
	const shift = BigInt(minorDigits(quote) - minorDigits(base) - digits.length);
	const [up, down] = shift < 0n ? [1n, 10n ** -shift] : [10n ** shift, 1n];
	return fraction(BigInt(whole + digits) * up, BigInt(per_units) * down);
}
const turned = ({ numerator, denominator }) => fraction(denominator, numerator);
function lastRate(rates, a, b, day) {
	let last;
	for (const rate of rates) if ((rate.base === a && rate.quote === b || rate.base === b && rate.quote === a) && rate.day <= day && (last === void 0 || rate.day > last.day)) last = rate;
	return last;
}
function step(rates, from, to, day) {
	const rate = lastRate(rates, from, to, day);
	return rate && {
		from,
		to,
		factor: rate.base === from ? factorOf(rate) : turned(factorOf(rate)),
		used: [rate]
	};
}
function conversionOn(rates, from, to, day) {
	if (from === to) return {
		from,
		to,
		factor: {
			numerator: 1n,
			denominator: 1n
		},
		used: []
	};
	const direct = step(rates, from, to, day);
	if (direct !== void 0) return direct;
	for (const via of [...new Set(rates.flatMap(({ base, quote }) => [base, quote]))].sort()) {
		const first = via === from || via === to ? void 0 : step(rates, from, via, day);
		const second = first && step(rates, via, to, day);
		if (first && second) return {
			from,
			to,
			factor: times(first.factor, second.factor),
			used: [...first.used, ...second.used]
		};
	}
}
const exactSum = (amounts, to, conversions) => amounts.reduce((total, { minor, currency }) => {
	const conversion = conversions.get(currency);
	if (conversion === void 0 || conversion.to !== to) throw new RangeError(`no conversion from ${currency} to ${to}`);
	return plus(total, times({
		numerator: minor,
		denominator: 1n
	}, conversion.factor));
}, nothing);

// src/domain/bridge-conversion.ts
const isOfFirstDay = (kind) => kind === "opening" || kind === "moved_out";
function dayRates(bridge, ofFirstDay, known, day, to) {
	const steps = bridge.groups.flatMap((group) => group.steps).filter(({ kind }) => isOfFirstDay(kind) === ofFirstDay);
	const currencies = [...new Set(steps.flatMap(({ amounts }) => amounts.map((amount) => amount.currency)))].sort();
	const found = /* @__PURE__ */ new Map();
	for (const currency of currencies) {
		const conversion = conversionOn(known, currency, to, day);
		if (conversion !== void 0) found.set(currency, conversion);
	}
	return {
		found,
		without: currencies.filter((currency) => !found.has(currency)).map((currency) => ({
			currency,
			day
		}))
	};
}
function convertBridge(bridge, { basis, currency, from, to }) {
	const first = basis === "closing_day" ? dayRates(bridge, true, to, bridge.to, currency) : dayRates(bridge, true, from, bridge.from, currency);
	const second = dayRates(bridge, false, to, bridge.to, currency);
	const without = [...first.without, ...second.without].filter((one, at, all) => all.findIndex((other) => other.currency === one.currency && other.day === one.day) === at);
	if (without.length > 0) return {
		...bridge,
		rates: {
			kind: "missing",
			currency,
			without
		}
	};
	const used = [...first.found.values(), ...second.found.values()].flatMap((conversion) => conversion.used);
	return {
		...bridge,
		rates: {
			kind: basis,
			currency,
			used: [...new Map(used.map((rate) => [JSON.stringify(rate), rate])).values()]
		},
		groups: bridge.groups.map((group) => convertGroup(group, currency, first, second))
	};
}
function convertGroup({ group, steps }, currency, first, second) {
	const exact = ({ kind, amounts }) => exactSum(amounts.map(fromWire), currency, isOfFirstDay(kind) ? first.found : second.found);
	let running = nothing;
	return {
		group,
		steps: steps.map((step) => {
			const before = rounded(running);
			if (step.kind === "closing") return {
				...step,
				amounts: inOne(step, rounded(exact(step)), currency)
			};
			if (step.kind === "exchange_rate") {
				const closing = steps.find(({ kind }) => kind === "closing");
				const effect = (closing === void 0 ? 0n : rounded(exact(closing))) - before;
				return {
					...step,
					amounts: [toWire({
						minor: effect,
						currency
					})]
				};
			}
			running = plus(running, exact(step));
			return {
				...step,
				amounts: inOne(step, rounded(running) - before, currency)
			};
		})
	};
}
const inOne = ({ amounts }, minor, currency) => amounts.length === 0 ? [] : [toWire({
	minor,
	currency
})];

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
const kinds = {
	bad_request: [400, "The request is not valid"],
	unknown_parameter: [400, "Unknown parameter"],
	bad_json: [400, "The body is not valid JSON"],
	unsupported_media_type: [415, "This media type is not taken here"],
	too_large: [413, "Too large"],
	not_found: [404, "Not found"],
	method_not_allowed: [405, "This method is not allowed here"],
	forbidden_origin: [403, "Requests from other sites are refused"],
	host_not_allowed: [421, "This host name is not served"],
	sign_in_required: [401, "Sign-in needed"],
	forbidden: [403, "Not allowed for this role"],
	conflict: [409, "Conflict"],
	precondition_required: [428, "If-Match is needed"],
	precondition_failed: [412, "Changed by someone else meanwhile"],
	import_unreadable: [422, "The file can not be read"],
	import_refused: [422, "The file is refused"],
	import_questions_open: [422, "Questions are open"],
	import_register_changed: [409, "The register changed since the preview"],
	import_expired: [404, "The preview is gone"],
	import_stopped: [409, "The import was stopped"],
	export_failed: [422, "The export failed"],
	jump_needs_confirmation: [422, "An unusual value needs confirmation"],
	store_unavailable: [503, "The store does not answer"],
	idempotency_conflict: [422, "The idempotency key was used for something else"],
	rate_limited: [429, "Too many requests"],
	internal: [500, "An error of the server"]
};
var HttpProblem = class extends Error {
	name = "HttpProblem";
	code;
	status;
	more;
	constructor(code, detail, more = {}) {
		super(detail);
		this.code = code;
		this.status = more.status ?? kinds[code][0];
		this.more = more;
	}
};
const problem = (code, detail, more) => new HttpProblem(code, detail, more);

// src/server/db/db.ts
const getReader = (source) => "engine" in source ? source.read : source;

// src/server/db/tables.ts
const open = Number.MAX_SAFE_INTEGER;
const firstDay = "0001-01-01";

// src/server/store/versions.ts
const knownAt = (known) => known ?? open - 1;
const begin = (column) => sql`+${sql.ref(column)}`;
const joinFacts = (join) => join.onRef("f.origin", "=", "v.origin").onRef("f.code", "=", "v.code").onRef("f.revision", "=", "v.facts_revision").onRef("f.facts_from", "=", "v.facts_from");

// src/server/store/exchange-rates.ts
function listExchangeRates(source, known) {
	return getReader(source).selectFrom("exchange_rate as e").innerJoin("revision as r", "r.id", "e.made_by").select([
		"e.base",
		"e.quote",
		"e.day",
		"e.per_units",
		"e.rate",
		"e.source",
		"r.id as revision",
		"r.recorded_at",
		"r.author"
	]).where("e.revision_from", "<=", knownAt(known)).where("e.revision_to", ">", knownAt(known)).orderBy("e.day", "desc").orderBy("e.base").orderBy("e.quote").execute();
}

// src/server/store/observations.ts
const getLastEndedMonth = (day) => isMonthEnd(day) ? monthOf(day) : addMonths(monthOf(day), -1);
async function listObservations(source, { origin, indicator, as_of, known }) {
	const revision = knownAt(known);
	let query = getReader(source).selectFrom("observation as o").innerJoin("revision as r", "r.id", "o.revision_from").select([
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
	if (as_of !== void 0) query = query.where("o.period", "<=", getLastEndedMonth(as_of));
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
const projectsAt = (reader, scope, access = "in_order") => versionsAt(reader, scope, access).innerJoin("project_facts as f", joinFacts).select([...shownColumns, "f.facts_json"]);
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
	return (await getReader(source).selectFrom("revision").select("id").orderBy("id", "desc").limit(1).executeTakeFirst())?.id ?? 0;
}
async function revisionAt(source, moment) {
	const recorded = moment.length === 10 ? `${moment}T23:59:59.999Z` : new Date(moment).toISOString();
	return (await getReader(source).selectFrom("revision").select("id").where("recorded_at", "<=", recorded).orderBy("id", "desc").limit(1).executeTakeFirst())?.id ?? 0;
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
const staleAfterDays = 35;
const shownActions = 50;
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
function overdueAction(project, as_of) {
	const worst = inOrder(project.milestones).flatMap((milestone) => {
		const days = overdueDays(milestone, as_of, project.stage);
		return days === void 0 ? [] : [{
			milestone,
			days
		}];
	}).reduce((a, b) => a === void 0 || b.days > a.days ? b : a, void 0);
	if (worst === void 0) return [];
	const { milestone, days } = worst;
	const { type, baseline, plan } = milestone;
	return [{
		kind: "overdue",
		codes: [project.code],
		milestone: type,
		...baseline === void 0 ? {} : { baseline },
		...plan === void 0 ? {} : { plan },
		days
	}];
}
function staleAction(project, as_of) {
	if (project.last_update === void 0) return [];
	const days = daysBetween(project.last_update, as_of);
	return days > 35 ? [{
		kind: "stale",
		codes: [project.code],
		since: project.last_update,
		days
	}] : [];
}
function actionsOf(register, as_of) {
	const byDays = (a, b) => ("days" in b ? b.days : 0) - ("days" in a ? a.days : 0);
	const overdue = register.overdue.flatMap((project) => overdueAction(project, as_of)).sort(byDays);
	const stale = register.stale.flatMap((project) => staleAction(project, as_of)).sort(byDays);
	const undisclosed = register.undisclosed.count > 0 ? [{
		kind: "undisclosed",
		...register.undisclosed
	}] : [];
	const issues = register.issues.map(({ code, due }) => ({
		kind: "issue",
		codes: [code],
		due,
		days: daysBetween(due, as_of)
	})).sort(byDays);
	const all = [
		...overdue,
		...issues,
		...stale,
		...undisclosed
	];
	const { unlisted } = register;
	return {
		actions: all.slice(0, shownActions),
		actions_total: all.length + unlisted.overdue + unlisted.issues + unlisted.stale
	};
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
		...actionsOf(register, as_of),
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

// src/domain/revised-since.ts
const headlineFigures = [
	"established",
	"established_investment",
	"pipeline"
];
function figuresOf({ headline, targets, strip }) {
	return [
		...headlineFigures.flatMap((figure) => {
			const { value, unit } = headline[figure] ?? {};
			return value === void 0 || unit === void 0 ? [] : [{
				figure,
				unit,
				value
			}];
		}),
		...targets.flatMap(({ indicator: figure, unit, now }) => now === void 0 ? [] : [{
			figure,
			unit,
			value: now.value
		}]),
		...strip.groups.flatMap(({ rows }) => rows.flatMap(({ stage, count, amounts }) => [{
			figure: "stage",
			stage,
			unit: "projects",
			value: `${count}`
		}, ...amounts.map((money) => ({
			figure: "stage",
			stage,
			unit: money.currency,
			value: toMajor(fromWire(money))
		}))])),
		...targets.flatMap(({ indicator: figure, unit, now, series }) => series.flatMap(({ period, date, value }) => value === void 0 || now?.basis === "level" && now.date === date ? [] : [{
			figure,
			period,
			unit,
			value
		}]))
	];
}
function revisedSince(seen, now) {
	const keyed = (overview) => new Map(figuresOf(overview).map((one) => [[
		one.figure,
		one.period,
		one.stage,
		one.unit
	].join(" "), one]));
	const [before, after] = [keyed(seen), keyed(now)];
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
		const [a, b] = [before.get(key), after.get(key)];
		const named = b ?? a;
		if (named === void 0 || a?.value === b?.value) return [];
		const { value: _value, ...figure } = named;
		return [{
			...figure,
			...a === void 0 ? {} : { before: a.value },
			...b === void 0 ? {} : { now: b.value }
		}];
	});
}

// src/server/store/data-days.ts
async function listDataDays(source, origin, profile, known, without = []) {
	const days = new Set(profile.published.map((fact) => fact.date));
	if (origin !== "sample") {
		const reader = getReader(source);
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

// src/server/store/notes.ts
async function listNotes(source, { origin, indicator, as_of, known }) {
	const revision = knownAt(known);
	let query = getReader(source).selectFrom("cause_note").select([
		"indicator",
		"period",
		"note as text",
		"author",
		"recorded_at"
	]).where("origin", "=", origin).where("revision_from", "<=", revision).where("revision_to", ">", revision).orderBy("indicator").orderBy("period");
	if (indicator !== void 0) query = query.where("indicator", "=", indicator);
	if (as_of !== void 0) query = query.where("period", "<=", getLastEndedMonth(as_of));
	return query.execute();
}

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
	const closes = await getReader(source).selectFrom("period_close").select([
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
	return (await getReader(source).selectFrom("period_close as c").innerJoin("observation as o", (join) => join.onRef("o.origin", "=", "c.origin").onRef("o.period", "=", "c.period")).select([
		"o.indicator",
		"o.period",
		"o.value"
	]).where("c.origin", "=", origin).where("c.revision_from", "<=", revision).where("c.revision_to", ">", revision).whereRef("o.revision_from", "<=", "c.made_by").whereRef("o.revision_to", ">", "c.made_by").execute()).map(toValue);
}
async function valuesNow(source, origin, revision) {
	return (await getReader(source).selectFrom("observation").select([
		"indicator",
		"period",
		"value"
	]).where("origin", "=", origin).where("revision_from", "<=", revision).where("revision_to", ">", revision).execute()).map(toValue);
}
async function readLastClosedPeriod(source, origin, known) {
	return (await getReader(source).selectFrom("period_close").select("period").where("origin", "=", origin).where("revision_from", "<=", knownAt(known)).where("revision_to", ">", knownAt(known)).orderBy("period", "desc").limit(1).executeTakeFirst())?.period;
}

// src/server/store/issues.ts
function pastDue(reader, scope) {
	const known = knownAt(scope.known);
	return reader.selectFrom("issue as i").where("i.origin", "=", scope.origin).where("i.due", "<", scope.as_of).where("i.since", "<=", scope.as_of).where((eb) => eb.or([eb("i.closed_on", "is", null), eb("i.closed_on", ">", scope.as_of)])).where("i.revision_from", "<=", known).where("i.revision_to", ">", known).where((eb) => eb.exists(versionsAt(reader, scope, "in_order").select(eb.lit(1).as("one")).whereRef("v.code", "=", "i.code").where("v.status", "=", "active")));
}
const overdueIssues = (reader, scope, limit) => pastDue(reader, scope).select((eb) => ["i.code", eb.fn.min("i.due").as("due")]).groupBy("i.code").orderBy("due").orderBy("i.code").limit(limit).execute();
async function countOverdueIssues(reader, scope) {
	const { count } = await pastDue(reader, scope).select((eb) => eb.fn.count("i.code").distinct().as("count")).executeTakeFirstOrThrow();
	return count;
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
	const reader = getReader(source);
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
	const undisclosed = rows.reduce((sum, row) => sum + row.undisclosed, 0);
	const established = rows.some((row) => query.mapping.established.some((stage) => stage === row.stage));
	const [before, changes, overdue, issues, stale, undisclosedCodes, establishedProjects] = await Promise.all([
		query.compare === void 0 ? void 0 : stageCounts(reader, {
			...scope,
			as_of: query.compare
		}),
		query.compare === void 0 ? {
			items: [],
			total: 0
		} : listChanges(reader, scope, query.compare, listed$2),
		overdueProjects(reader, scope),
		overdueIssues(reader, scope, listed$2),
		staleProjects(reader, scope),
		undisclosed === 0 ? [] : codesWithoutAmount(reader, scope),
		established ? establishedByCode(reader, scope, query.mapping) : []
	]);
	const unlisted = {
		overdue: await beyond(overdue, () => countActive(reader, scope, "overdue_baseline", as_of)),
		stale: await beyond(stale, () => countActive(reader, scope, "last_update", staleBefore(as_of))),
		issues: await beyond(issues, () => countOverdueIssues(reader, scope))
	};
	return {
		rows,
		excluded: total - rows.reduce((sum, row) => sum + row.count, 0),
		total,
		data_status: dataStatuses[Math.max(0, ...counts.map((row) => row.weakest))] ?? "reported",
		...before === void 0 ? {} : { before },
		changes,
		overdue,
		issues,
		stale,
		unlisted,
		undisclosed: {
			codes: undisclosedCodes,
			count: undisclosed
		},
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
const staleBefore = (as_of) => addDays(as_of, -35);
const beyond = async (list, count) => list.length < listed$2 ? 0 : await count() - list.length;
async function countActive(reader, scope, column, before) {
	const { count } = await versionsAt(reader, scope).select((eb) => eb.fn.countAll().as("count")).where("v.status", "=", "active").where(`v.${column}`, "<", before).executeTakeFirstOrThrow();
	return count;
}
async function overdueProjects(reader, scope) {
	return (await activeAt(reader, scope).where("v.overdue_baseline", "<", scope.as_of).orderBy("v.overdue_baseline").orderBy("v.code").execute()).map((row) => toProject(row, scope.as_of));
}
async function staleProjects(reader, scope) {
	return (await activeAt(reader, scope).where("v.last_update", "<", staleBefore(scope.as_of)).orderBy("v.last_update").orderBy("v.code").execute()).map((row) => toProject(row, scope.as_of));
}
async function codesWithoutAmount(reader, scope) {
	return (await versionsAt(reader, scope, "in_order").select("v.code").where("v.status", "=", "active").where("v.total_investment_currency", "is", null).orderBy("v.code").limit(listed$2).execute()).map((row) => row.code);
}
async function establishedByCode(reader, scope, mapping) {
	return (await activeAt(reader, scope).where("v.stage", "in", [...mapping.established]).orderBy("v.code").execute()).map((row) => toProject(row, scope.as_of));
}

// src/server/store/settings.ts
const chosenOriginName = "chosen_origin";
async function readChosenOrigin(source, known) {
	const row = await getReader(source).selectFrom("setting").select("value_json").where("name", "=", chosenOriginName).where("revision_from", "<=", knownAt(known)).where("revision_to", ">", knownAt(known)).executeTakeFirst();
	return origins.find((origin) => origin === row?.value_json) ?? null;
}

// src/server/store/zone.ts
async function readZone(source, origin, known) {
	return (await getReader(source).selectFrom("zone_version").select("profile_json").where("origin", "=", origin).where("revision_from", "<=", knownAt(known)).where("revision_to", ">", knownAt(known)).executeTakeFirst())?.profile_json;
}
function listZoneVersions(source, origin, known) {
	return getReader(source).selectFrom("zone_version as z").innerJoin("revision as r", "r.id", "z.revision_from").select([
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
	const origin = await readChosenOrigin(db, known);
	const profile = origin === null ? void 0 : await readZone(db, origin, known);
	if (knownAt !== void 0 && profile === void 0) throw problem("not_found", "Nothing was recorded yet at that moment. Choose a later known_at; /api/v1/revisions lists what was recorded when.");
	if (origin === null || profile === void 0) throw problem("not_found", "There is no zone yet: import a register, or choose a sample.");
	const [days, last] = await Promise.all([listDataDays(db, origin, profile, known, without), readLastClosedPeriod(db, origin, known)]);
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
	const [register, observations, notes, closed, versions] = await Promise.all([
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
		listNotes(db, {
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
	const input = {
		profile,
		revision: known,
		as_of,
		today: today(deps),
		days,
		observations,
		notes,
		register,
		closed
	};
	const overview = makeOverview({
		...input,
		...definitions === void 0 ? {} : { definitions },
		...compared,
		...plan
	});
	if (asked.known_at === void 0) return overview;
	const now = await overviewOf(deps, {
		as_of,
		compare: "none",
		plan: asked.plan
	});
	return now.origin === origin ? {
		...overview,
		revised_since: revisedSince(overview, now)
	} : overview;
}

// src/server/routes/changes.ts
const listed$1 = 500;
async function bridgeFor({ db }, shown, days, query) {
	const { from, to, measure } = days;
	const mapping = shown.profile.stage_mapping;
	const bridge = makeBridge(await listTransitions(db.read, days), {
		from: from.day,
		to: to.day,
		measure,
		mapping
	});
	if (query.rates === void 0) {
		if (query.cur === void 0) return bridge;
		throw problem("bad_request", "Say with cur by which rates: rates=each_day or rates=closing_day.");
	}
	const [before, after] = await Promise.all([listExchangeRates(db, from.known), listExchangeRates(db, to.known)]);
	return convertBridge(bridge, {
		basis: query.rates,
		currency: query.cur ?? shown.profile.base_currency,
		from: before.map(plainRate),
		to: after.map(plainRate)
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
	return (await versionsAt(getReader(source), scope).select([
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
	const reader = getReader(source);
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

// src/server/store/folding/variants.ts
const traditionalPairs = "丟丢並并乾干亂乱亙亘亞亚佇伫佈布佔占併并來来侖仑侶侣侷局俁俣係系俔伣俠侠俥伡俬私倀伥倆俩倈俫倉仓個个們们倖幸倫伦倲㑈偉伟偑㐽側侧偵侦偽伪傌㐷傑杰傖伧傘伞備备傢家傭佣傯偬傳传傴伛債债傷伤傾倾僂偻僅仅僉佥僑侨僕仆僞伪僥侥僨偾僱雇價价儀仪儁俊儂侬億亿儈侩儉俭儎傤儐傧儔俦儕侪儘尽償偿優优儲储儷俪儸㑩儺傩儻傥儼俨兇凶兌兑兒儿兗兖內内兩两冊册冑胄冪幂凈净凍冻凜凛凱凯別别刪删剄刭則则剋克剎刹剗刬剛刚剝剥剮剐剴剀創创剷铲劃划劄札劇剧劉刘劊刽劌刿劍剑劏㓥劑剂劚㔉勁劲動动務务勛勋勝胜勞劳勢势勩勚勱劢勳勋勵励勸劝勻匀匭匦匯汇匱匮區区協协卹恤卻却卽即厙厍厠厕厤历厭厌厲厉厴厣參参叄叁叢丛吒咤吳吴吶呐呂吕咼呙員员唄呗唸念問问啓启啞哑啟启啢唡喎㖞喚唤喪丧喫吃喬乔單单喲哟嗆呛嗇啬嗊唝嗎吗嗚呜嗩唢嗶哔嘆叹嘍喽嘓啯嘔呕嘖啧嘗尝嘜唛嘩哗嘮唠嘯啸嘰叽嘵哓嘸呒嘽啴噁恶噓嘘噚㖊噝咝噠哒噥哝噦哕噯嗳噲哙噴喷噸吨噹当嚀咛嚇吓嚌哜嚐尝嚕噜嚙啮嚥咽嚦呖嚨咙嚮向嚲亸嚳喾嚴严嚶嘤囀啭囁嗫囂嚣囅冁囈呓囉啰囌苏囑嘱囪囱圇囵國国圍围園园圓圆圖图團团垻坝埡垭埰采執执堅坚堊垩堖垴堝埚堯尧報报場场塊块塋茔塏垲塒埘塗涂塚冢塢坞塤埙塵尘塹堑墊垫墜坠墮堕墰坛墳坟墶垯墻墙墾垦壇坛壋垱壎埙壓压壘垒壙圹壚垆壜坛壞坏壟垄壠垅壢坜壩坝壪塆壯壮壺壶壼壸壽寿夠够夢梦夥伙夾夹奐奂奧奥奩奁奪夺奬奖奮奋奼姹妝妆姍姗姦奸娛娱婁娄婦妇婭娅媧娲媯妫媰㛀媼媪媽妈嫋袅嫗妪嫵妩嫺娴嫻娴嫿婳嬀妫嬃媭嬈娆嬋婵嬌娇嬙嫱嬡嫒嬤嬷嬪嫔嬰婴嬸婶孃娘孋㛤孌娈孫孙學学孿孪宮宫寀采寢寝實实寧宁審审寫写寬宽寵宠寶宝將将專专尋寻對对導导尷尴屆届屍尸屓屃屜屉屢屡層层屨屦屬属岡冈峯峰峴岘島岛峽峡崍崃崑昆崗岗崙仑崢峥崬岽嵐岚嵗岁嵾㟥嶁嵝嶄崭嶇岖嶔嵚嶗崂嶠峤嶢峣嶧峄嶨峃嶮崄嶸嵘嶺岭嶼屿嶽岳巋岿巒峦巔巅巖岩巰巯巹卺帥帅師师帳帐帶带幀帧幃帏幓㡎幗帼幘帻幟帜幣币幫帮幬帱幷并幹干幾几庫库廁厕廂厢廄厩廈厦廎庼廕荫廚厨廝厮廟庙廠厂廡庑廢废廣广廩廪廬庐廳厅弒弑弔吊弳弪張张強强彆别彈弹彌弥彎弯彔录彙汇彠彟彥彦彫雕彲彨彿佛後后徑径從从徠徕復复徵征徹彻恆恒恥耻悅悦悞悮悵怅悶闷悽凄惡恶惱恼惲恽惻恻愛爱愜惬愨悫愴怆愷恺愾忾慄栗態态慍愠慘惨慚惭慟恸慣惯慤悫慪怄慫怂慮虑慳悭慶庆慺㥪慼戚慾欲憂忧憊惫憐怜憑凭憒愦憖慭憚惮憤愤憫悯憮怃憲宪憶忆懇恳應应懌怿懍懔懞蒙懟怼懣懑懤㤽懨恹懲惩懶懒懷怀懸悬懺忏懼惧懾慑戀恋戇戆戔戋戧戗戩戬戰战戱戯戲戏戶户扞捍拋抛拚拼挩捝挱挲挾挟捨舍捫扪捱挨捲卷掃扫掄抡掆㧏掗挜掙挣掛挂採采揀拣揚扬換换揮挥揯搄損损搖摇搗捣搧扇搵揾搶抢摑掴摜掼摟搂摯挚摳抠摶抟摺折摻掺撈捞撏挦撐撑撓挠撝㧑撟挢撣掸撥拨撫抚撲扑撳揿撻挞撾挝撿捡擁拥擄掳擇择擊击擋挡擓㧟擔担據据擠挤擡抬擣捣擬拟擯摈擰拧擱搁擲掷擴扩擷撷擺摆擻擞擼撸擽㧰擾扰攄摅攆撵攏拢攔拦攖撄攙搀攛撺攜携攝摄攢攒攣挛攤摊攪搅攬揽敎教敓敚敗败敘叙敵敌數数斂敛斃毙斆敩斕斓斬斩斷断於于旂旗旣既昇升時时晉晋晝昼暈晕暉晖暘旸暢畅暫暂曄晔曆历曇昙曉晓曏向曖暧曠旷曨昽曬晒書书會会朧胧朮术東东枴拐柵栅柺拐査查桿杆梔栀梘枧條条梟枭梲棁棄弃棊棋棖枨棗枣棟栋棡㭎棧栈棲栖棶梾椏桠椲㭏楊杨楓枫楨桢業业極极榘矩榦干榪杩榮荣榲榅榿桤構构槍枪槓杠槤梿槧椠槨椁槮椮槳桨槶椢槼椝樁桩樂乐樅枞樑梁樓楼標标樞枢樢㭤樣样樧榝樫㭴樳桪樸朴樹树樺桦樿椫橈桡橋桥機机橢椭橫横檁檩檉柽檔档檜桧檟槚檢检檣樯檮梼檯台檳槟檸柠檻槛櫃柜櫓橹櫚榈櫛栉櫝椟櫞橼櫟栎櫥橱櫧槠櫨栌櫪枥櫫橥櫬榇櫱蘖櫳栊櫸榉櫻樱欄栏欅榉權权欏椤欒栾欖榄欞棂欽钦歎叹歐欧歟欤歡欢歲岁歷历歸归歿殁殘残殞殒殤殇殨㱮殫殚殭僵殮殓殯殡殰㱩殲歼殺杀殻壳殼壳毀毁毆殴毿毵氂牦氈毡氌氇氣气氫氢氬氩氳氲氾泛汎泛汙污決决沒没沖冲況况泝溯洩泄洶汹浹浃涇泾涗涚涼凉淒凄淚泪淥渌淨净淩凌淪沦淵渊淶涞淺浅渙涣減减渢沨渦涡測测渾浑湊凑湞浈湧涌湯汤溈沩準准溝沟溫温溮浉溳涢溼湿滄沧滅灭滌涤滎荥滙汇滬沪滯滞滲渗滷卤滸浒滻浐滾滚滿满漁渔漊溇漚沤漢汉漣涟漬渍漲涨漵溆漸渐漿浆潁颍潑泼潔洁潙沩潚㴋潛潜潤润潯浔潰溃潷滗潿涠澀涩澆浇澇涝澐沄澗涧澠渑澤泽澦滪澩泶澮浍澱淀澾㳠濁浊濃浓濄㳡濕湿濘泞濚溁濛蒙濜浕濟济濤涛濧㳔濫滥濰潍濱滨濺溅濼泺濾滤瀂澛瀅滢瀆渎瀇㲿瀉泻瀋沈瀏浏瀕濒瀘泸瀝沥瀟潇瀠潆瀦潴瀧泷瀨濑瀰弥瀲潋瀾澜灃沣灄滠灑洒灕漓灘滩灝灏灡㳕灣湾灤滦灧滟灩滟災灾為为烏乌烴烃無无煉炼煒炜煙烟煢茕煥焕煩烦煬炀煱㶽熅煴熒荧熗炝熱热熲颎熾炽燁烨燈灯燉炖燒烧燙烫燜焖營营燦灿燬毁燭烛燴烩燶㶶燻熏燼烬燾焘爍烁爐炉爛烂爭争爲为爺爷爾尔牀床牆墙牘牍牴抵牽牵犖荦犛牦犢犊犧牺狀状狹狭狽狈猙狰猶犹猻狲獁犸獃呆獄狱獅狮獎奖獨独獪狯獫猃獮狝獰狞獱㺍獲获獵猎獷犷獸兽獺獭獻献獼猕玀猡現现琱雕琺珐琿珲瑋玮瑒玚瑣琐瑤瑶瑩莹瑪玛瑲玱璉琏璡琎璣玑璦瑷璫珰璯㻅環环璵玙璸瑸璽玺璿璇瓊琼瓏珑瓔璎瓚瓒甌瓯甕瓮產产産产畝亩畢毕畫画異异畵画當当疇畴疊叠痙痉痠酸痾疴瘂痖瘋疯瘍疡瘓痪瘞瘗瘡疮瘧疟瘮瘆瘲疭瘺瘘瘻瘘療疗癆痨癇痫癉瘅癒愈癘疠癟瘪癡痴癢痒癤疖癥症癧疬癩癞癬癣癭瘿癮瘾癰痈癱瘫癲癫發发皁皂皚皑皰疱皸皲皺皱盃杯盜盗盞盏盡尽監监盤盘盧卢盪荡眞真眥眦眾众睏困睜睁睞睐瞘眍瞜䁖瞞瞒瞶瞆瞼睑矇蒙矓眬矚瞩矯矫硃朱硜硁硤硖硨砗硯砚碕埼碩硕碭砀碸砜確确碼码碽䂵磑硙磚砖磠硵磣碜磧碛磯矶磽硗磾䃅礄硚礎础礙碍礦矿礪砺礫砾礬矾礱砻祕秘祿禄禍祸禎祯禕祎禡祃禦御禪禅禮礼禰祢禱祷禿秃秈籼稅税稈秆稏䅉稜棱稟禀種种稱称穀谷穇䅟穌稣積积穎颖穠秾穡穑穢秽穩稳穫获穭穞窩窝窪洼窮穷窯窑窵窎窶窭窺窥竄窜竅窍竇窦竈灶竊窃竪竖競竞筆笔筍笋筧笕筴䇲箇个箋笺箏筝箚札節节範范築筑篋箧篔筼篠筿篤笃篩筛篳筚簀箦簍篓簑蓑簞箪簡简簣篑簫箫簹筜簽签簾帘籃篮籌筹籔䉤籙箓籛篯籜箨籟籁籠笼籤签籩笾籪簖籬篱籮箩籲吁粵粤糉粽糝糁糞粪糧粮糰团糲粝糴籴糶粜糹纟糾纠紀纪紂纣約约紅红紆纡紇纥紈纨紉纫紋纹納纳紐纽紓纾純纯紕纰紖纼紗纱紘纮紙纸級级紛纷紜纭紝纴紡纺紬䌷紮扎細细紱绂紲绁紳绅紵纻紹绍紺绀紼绋紿绐絀绌終终絃弦組组絅䌹絆绊絎绗結结絕绝絛绦絝绔絞绞絡络絢绚給给絨绒絰绖統统絲丝絳绛絶绝絹绢綁绑綃绡綆绠綈绨綉绣綌绤綏绥綐䌼綑捆經经綜综綞缍綠绿綢绸綣绻綫线綬绶維维綯绹綰绾綱纲網网綳绷綴缀綵彩綸纶綹绺綺绮綻绽綽绰綾绫綿绵緄绲緇缁緊紧緋绯緑绿緒绪緓绬緔绱緗缃緘缄緙缂線线緝缉緞缎締缔緡缗緣缘緦缌編编緩缓緬缅緯纬緱缑緲缈練练緶缏緹缇緻致緼缊縈萦縉缙縊缢縋缒縐绉縑缣縕缊縗缞縛缚縝缜縞缟縟缛縣县縧绦縫缝縭缡縮缩縱纵縲缧縳䌸縴纤縵缦縶絷縷缕縹缥總总績绩繃绷繅缫繆缪繒缯織织繕缮繚缭繞绕繡绣繢缋繩绳繪绘繫系繭茧繮缰繯缳繰缲繳缴繸䍁繹绎繼继繽缤繾缱繿䍀纇颣纈缬纊纩續续纍累纏缠纓缨纔才纖纤纘缵纜缆缽钵罃䓨罈坛罌罂罎坛罰罚罵骂罷罢羅罗羆罴羈羁羋芈羣群羥羟羨羡義义羶膻習习翫玩翬翚翹翘翽翙耬耧耮耢聖圣聞闻聯联聰聪聲声聳耸聵聩聶聂職职聹聍聽听聾聋肅肃脅胁脈脉脛胫脣唇脩修脫脱脹胀腎肾腖胨腡脶腦脑腫肿腳脚腸肠膃腽膕腘膚肤膞䏝膠胶膩腻膽胆膾脍膿脓臉脸臍脐臏膑臘腊臚胪臟脏臠脔臢臜臥卧臨临臺台與与興兴舉举舊旧舖铺舘馆艙舱艤舣艦舰艫舻艱艰艷艳芻刍苧苎茲兹荊荆莊庄莖茎莢荚莧苋華华菴庵菸烟萇苌萊莱萬万萴荝萵莴葉叶葒荭葤荮葦苇葯药葷荤蒐搜蒓莼蒔莳蒕蒀蒞莅蒼苍蓀荪蓆席蓋盖蓮莲蓯苁蓴莼蓽荜蔔卜蔘参蔞蒌蔣蒋蔥葱蔦茑蔭荫蕁荨蕆蒇蕎荞蕒荬蕓芸蕕莸蕘荛蕢蒉蕩荡蕪芜蕭萧蕷蓣薀蕰薈荟薊蓟薌芗薑姜薔蔷薘荙薟莶薦荐薩萨薳䓕薴苧薵䓓薹苔薺荠藍蓝藎荩藝艺藥药藪薮藭䓖藴蕴藶苈藹蔼藺蔺蘀萚蘄蕲蘆芦蘇苏蘊蕴蘋苹蘚藓蘞蔹蘢茏蘭兰蘺蓠蘿萝虆蔂處处虛虚虜虏號号虧亏虯虬蛺蛱蛻蜕蜆蚬蝕蚀蝟猬蝦虾蝨虱蝸蜗螄蛳螞蚂螢萤螮䗖螻蝼螿螀蟄蛰蟈蝈蟎螨蟣虮蟬蝉蟯蛲蟲虫蟶蛏蟻蚁蠁蚃蠅蝇蠆虿蠍蝎蠐蛴蠑蝾蠔蚝蠟蜡蠣蛎蠨蟏蠱蛊蠶蚕蠻蛮衆众衊蔑術术衕同衚胡衛卫衝冲袞衮袷夹裊袅裏里補补裝装裡里製制複复褌裈褘袆褲裤褳裢褸褛褻亵襇裥襉裥襏袯襖袄襝裣襠裆襤褴襪袜襬摆襯衬襲袭襴襕覈核見见覎觃規规覓觅視视覘觇覡觋覥觍覦觎親亲覬觊覯觏覲觐覷觑覺觉覽览覿觌觀观觴觞觶觯觸触訁讠訂订訃讣計计訊讯訌讧討讨訐讦訒讱訓训訕讪訖讫託托記记訛讹訝讶訟讼訢䜣訣诀訥讷訩讻訪访設设許许訴诉訶诃診诊註注証证詁诂詆诋詎讵詐诈詒诒詔诏評评詖诐詗诇詘诎詛诅詞词詠咏詡诩詢询詣诣試试詩诗詫诧詬诟詭诡詮诠詰诘話话該该詳详詵诜詼诙詿诖誄诔誅诛誆诓誇夸誌志認认誑诳誒诶誕诞誘诱誚诮語语誠诚誡诫誣诬誤误誥诰誦诵誨诲說说説说誰谁課课誶谇誹诽誼谊誾訚調调諂谄諄谆談谈諉诿請请諍诤諏诹諑诼諒谅論论諗谂諛谀諜谍諝谞諞谝諡谥諢诨諤谔諦谛諧谐諫谏諭谕諮咨諱讳諳谙諶谌諷讽諸诸諺谚諼谖諾诺謀谋謁谒謂谓謄誊謅诌謊谎謎谜謐谧謔谑謖谡謗谤謙谦謚谥講讲謝谢謠谣謡谣謨谟謫谪謬谬謭谫謳讴謹谨謾谩譁哗證证譎谲譏讥譖谮識识譙谯譚谭譜谱譟噪譫谵譭毁譯译議议譴谴護护譸诪譽誉譾谫讀读讅谉變变讋詟讌䜩讎雠讒谗讓让讕谰讖谶讚赞讜谠讞谳谿溪豈岂豎竖豐丰豔艳豬猪豶豮貍狸貓猫貙䝙貝贝貞贞貟贠負负財财貢贡貧贫貨货販贩貪贪貫贯責责貯贮貰贳貲赀貳贰貴贵貶贬買买貸贷貺贶費费貼贴貽贻貿贸賀贺賁贲賂赂賃赁賄贿賅赅資资賈贾賊贼賑赈賒赊賓宾賕赇賙赒賚赉賜赐賞赏賠赔賡赓賢贤賣卖賤贱賦赋賧赕質质賫赍賬账賭赌賰䞐賴赖賵赗賺赚賻赙購购賽赛賾赜贄贽贅赘贇赟贈赠贊赞贋赝贍赡贏赢贐赆贓赃贔赑贖赎贗赝贛赣贜赃赬赪趕赶趙赵趨趋趲趱跡迹踐践踰逾踴踊蹌跄蹕跸蹟迹蹠跖蹣蹒蹤踪蹺跷躂跶躉趸躊踌躋跻躍跃躎䟢躑踯躒跞躓踬躕蹰躚跹躡蹑躥蹿躦躜躪躏軀躯車车軋轧軌轨軍军軑轪軒轩軔轫軛轭軟软軤轷軫轸軲轱軸轴軹轵軺轺軻轲軼轶軾轼較较輅辂輇辁輈辀載载輊轾輒辄輓挽輔辅輕轻輛辆輜辎輝辉輞辋輟辍輥辊輦辇輩辈輪轮輬辌輯辑輳辏輸输輻辐輼辒輾辗輿舆轀辒轂毂轄辖轅辕轆辘轉转轍辙轎轿轔辚轟轰轡辔轢轹轤轳辦办辭辞辮辫辯辩農农迴回逕径這这連连週周進进遊游運运過过達达違违遙遥遜逊遞递遠远遡溯適适遲迟遶绕遷迁選选遺遗遼辽邁迈還还邇迩邊边邏逻邐逦郟郏郵邮鄆郓鄉乡鄒邹鄔邬鄖郧鄧邓鄭郑鄰邻鄲郸鄴邺鄶郐鄺邝酇酂酈郦醃腌醖酝醜丑醞酝醟蒏醣糖醫医醬酱醱酦釀酿釁衅釃酾釅酽釋释釐厘釒钅釓钆釔钇釕钌釗钊釘钉釙钋針针釣钓釤钐釦扣釧钏釩钒釵钗釷钍釹钕釺钎釾䥺鈀钯鈁钫鈃钘鈄钭鈅钥鈈钚鈉钠鈍钝鈎钩鈐钤鈑钣鈒钑鈔钞鈕钮鈞钧鈡钟鈣钙鈥钬鈦钛鈧钪鈮铌鈰铈鈳钶鈴铃鈷钴鈸钹鈹铍鈺钰鈽钸鈾铀鈿钿鉀钾鉅巨鉆钻鉈铊鉉铉鉋铇鉍铋鉑铂鉕钷鉗钳鉚铆鉛铅鉞钺鉢钵鉤钩鉦钲鉬钼鉭钽鉳锫鉶铏鉸铰鉺铒鉻铬鉿铪銀银銃铳銅铜銍铚銑铣銓铨銖铢銘铭銚铫銛铦銜衔銠铑銣铷銥铱銦铟銨铵銩铥銪铕銫铯銬铐銱铞銳锐銷销銹锈銻锑銼锉鋁铝鋃锒鋅锌鋇钡鋌铤鋏铗鋒锋鋙铻鋝锊鋟锓鋣铘鋤锄鋥锃鋦锔鋨锇鋩铓鋪铺鋭锐鋮铖鋯锆鋰锂鋱铽鋶锍鋸锯鋼钢錁锞錄录錆锖錇锫錈锩錏铔錐锥錒锕錕锟錘锤錙锱錚铮錛锛錟锬錠锭錡锜錢钱錦锦錨锚錩锠錫锡錮锢錯错録录錳锰錶表錸铼錼镎鍀锝鍁锨鍃锪鍅钫鍆钔鍇锴鍈锳鍊炼鍋锅鍍镀鍔锷鍘铡鍚钖鍛锻鍠锽鍤锸鍥锲鍩锘鍬锹鍰锾鍵键鍶锶鍺锗鍼针鍾钟鎂镁鎄锿鎇镅鎊镑鎌镰鎔镕鎖锁鎘镉鎚锤鎛镈鎡镃鎢钨鎣蓥鎦镏鎧铠鎩铩鎪锼鎬镐鎭镇鎮镇鎰镒鎲镋鎳镍鎵镓鎶鿔鎸镌鎿镎鏃镞鏇旋鏈链鏌镆鏍镙鏐镠鏑镝鏗铿鏘锵鏜镗鏝镘鏞镛鏟铲鏡镜鏢镖鏤镂鏨錾鏰镚鏵铧鏷镤鏹镪鏺䥽鏽锈鐃铙鐋铴鐐镣鐒铹鐓镦鐔镡鐘钟鐙镫鐝镢鐠镨鐥䦅鐦锎鐧锏鐨镄鐫镌鐮镰鐯䦃鐲镯鐳镭鐵铁鐶镮鐸铎鐺铛鐿镱鑄铸鑊镬鑌镔鑑鉴鑒鉴鑔镲鑕锧鑞镴鑠铄鑣镳鑥镥鑭镧鑰钥鑱镵鑲镶鑷镊鑹镩鑼锣鑽钻鑾銮鑿凿钁镢钂镋長长門门閂闩閃闪閆闫閈闬閉闭開开閌闶閎闳閏闰閑闲閒闲間间閔闵閘闸閡阂閣阁閤合閥阀閨闺閩闽閫阃閬阆閭闾閱阅閲阅閶阊閹阉閻阎閼阏閽阍閾阈閿阌闃阒闆板闇暗闈闱闊阔闋阕闌阑闍阇闐阗闒阘闓闿闔阖闕阙闖闯關关闞阚闠阓闡阐闢辟闤阛闥闼陘陉陝陕陞升陣阵陰阴陳陈陸陆陽阳隉陧隊队階阶隕陨際际隨随險险隯陦隱隐隴陇隸隶隻只雋隽雖虽雙双雛雏雜杂雞鸡離离難难雲云電电霑沾霢霡霧雾霽霁靂雳靄霭靆叇靈灵靉叆靚靓靜静靝靔靦腼靨靥鞏巩鞝绱鞦秋鞽鞒韁缰韃鞑韆千韉鞯韋韦韌韧韍韨韓韩韙韪韜韬韝鞲韞韫韻韵響响頁页頂顶頃顷項项順顺頇顸須须頊顼頌颂頎颀頏颃預预頑顽頒颁頓顿頗颇領领頜颌頡颉頤颐頦颏頭头頮颒頰颊頲颋頴颕頷颔頸颈頹颓頻频頽颓顆颗題题額额顎颚顏颜顒颙顓颛顔颜願愿顙颡顛颠類类顢颟顥颢顧顾顫颤顬颥顯显顰颦顱颅顳颞顴颧風风颭飐颮飑颯飒颱台颳刮颶飓颸飔颺飏颻飖颼飕飀飗飄飘飆飙飈飚飛飞飠饣飢饥飣饤飥饦飩饨飪饪飫饫飭饬飯饭飱飧飲饮飴饴飼饲飽饱飾饰飿饳餃饺餄饸餅饼餈糍餉饷養养餌饵餎饹餏饻餑饽餒馁餓饿餕馂餖饾餘余餚肴餛馄餜馃餞饯餡馅館馆餬糊餱糇餳饧餵喂餶馉餷馇餺馎餼饩餾馏餿馊饁馌饃馍饅馒饈馐饉馑饊馓饋馈饌馔饑饥饒饶饗飨饜餍饞馋饢馕馬马馭驭馮冯馱驮馳驰馴驯馹驲駁驳駐驻駑驽駒驹駔驵駕驾駘骀駙驸駛驶駝驼駟驷駡骂駢骈駭骇駰骃駱骆駸骎駿骏騁骋騂骍騅骓騌骔騍骒騎骑騏骐騖骛騙骗騤骙騧䯄騫骞騭骘騮骝騰腾騶驺騷骚騸骟騾骡驀蓦驁骜驂骖驃骠驄骢驅驱驊骅驌骕驍骁驏骣驕骄驗验驚惊驛驿驟骤驢驴驤骧驥骥驦骦驪骊驫骉骯肮髏髅髒脏體体髕髌髖髋髮发鬆松鬍胡鬚须鬢鬓鬥斗鬧闹鬨哄鬩阋鬮阄鬱郁鬹鬶魎魉魘魇魚鱼魛鱽魢鱾魨鲀魯鲁魴鲂魷鱿魺鲄鮁鲅鮃鲆鮊鲌鮋鲉鮍鲏鮎鲇鮐鲐鮑鲍鮒鲋鮓鲊鮚鲒鮜鲘鮝鲞鮞鲕鮣䲟鮦鲖鮪鲔鮫鲛鮭鲑鮮鲜鮳鲓鮶鲪鮺鲝鯀鲧鯁鲠鯇鲩鯉鲤鯊鲨鯒鲬鯔鲻鯕鲯鯖鲭鯗鲞鯛鲷鯝鲴鯡鲱鯢鲵鯤鲲鯧鲳鯨鲸鯪鲮鯫鲰鯰鲶鯴鲺鯷鳀鯽鲫鯿鳊鰁鳈鰂鲗鰃鳂鰆䲠鰈鲽鰉鳇鰌䲡鰍鳅鰏鲾鰐鳄鰒鳆鰓鳃鰛鳁鰜鳒鰟鳑鰠鳋鰣鲥鰥鳏鰧䲢鰨鳎鰩鳐鰭鳍鰮鳁鰱鲢鰲鳌鰳鳓鰵鳘鰷鲦鰹鲣鰺鲹鰻鳗鰼鳛鰾鳔鱂鳉鱅鳙鱈鳕鱉鳖鱒鳟鱔鳝鱖鳜鱗鳞鱘鲟鱝鲼鱟鲎鱠鲙鱣鳣鱤鳡鱧鳢鱨鲿鱭鲚鱯鳠鱷鳄鱸鲈鱺鲡鳥鸟鳧凫鳩鸠鳬凫鳲鸤鳳凤鳴鸣鳶鸢鳾䴓鴆鸩鴇鸨鴉鸦鴒鸰鴕鸵鴛鸳鴝鸲鴞鸮鴟鸱鴣鸪鴦鸯鴨鸭鴯鸸鴰鸹鴴鸻鴷䴕鴻鸿鴿鸽鵁䴔鵂鸺鵃鸼鵐鹀鵑鹃鵒鹆鵓鹁鵜鹈鵝鹅鵠鹄鵡鹉鵪鹌鵬鹏鵮鹐鵯鹎鵰雕鵲鹊鵷鹓鵾鹍鶄䴖鶇鸫鶉鹑鶊鹒鶓鹋鶖鹙鶘鹕鶚鹗鶡鹖鶥鹛鶩鹜鶪䴗鶬鸧鶯莺鶲鹟鶴鹤鶹鹠鶺鹡鶻鹘鶼鹣鶿鹚鷀鹚鷁鹢鷂鹞鷄鸡鷉䴘鷊鹝鷓鹧鷖鹥鷗鸥鷙鸷鷚鹨鷥鸶鷦鹪鷫鹔鷯鹩鷲鹫鷳鹇鷴鹇鷸鹬鷹鹰鷺鹭鷽鸴鸂㶉鸇鹯鸊䴙鸌鹱鸏鹲鸕鸬鸘鹴鸚鹦鸛鹳鸝鹂鸞鸾鹵卤鹹咸鹺鹾鹼碱鹽盐麗丽麥麦麩麸麪面麫面麯曲麴曲麵面麼么麽么黃黄黌黉點点黨党黲黪黴霉黶黡黷黩黽黾黿鼋鼂鼌鼉鼍鼕冬鼴鼹齊齐齋斋齎赍齏齑齒齿齔龀齕龁齗龂齙龅齜龇齟龃齠龆齡龄齣出齦龈齧啮齪龊齬龉齲龋齶腭齷龌龍龙龎厐龐庞龑䶮龔龚龕龛龜龟鿁䜤鿓鿒";
const japanesePairs = "両两乗乘亀龟予豫亜亚仏佛仮假伝传価价倹俭児儿円圆冨富処处剣剑剤剂剰剩労劳効效勅敕勧劝勲勋単单厳严収收叙敍唖哑営营噛啮団团囲围図图圏圈圧压塁垒塩盐増增壊坏壌壤壱壹売卖変变奨奖嬢娘実实寛宽対对専专尭尧嵜崎嶋岛嶌岛巌岩巣巢巻卷帯带帰归庁厅広广廃废弁辨弐贰弾弹従从徳德徴征応应恵惠悩恼悪恶慎愼懐怀戦战戯戏戻戾払拂抜拔択择拝拜拠据拡扩挙擧挿插捜搜掲揭掻搔揺摇摂摄撃击撹搅斉齐斎斋晃晄晩晚暁晓暦历曽曾栄荣桒桑桜樱桝枡桟栈検检楽乐概槪槇槙様样槙槇権权欠缺歓欢歩步歯齿歳岁歴历毎每気气沢泽沪滤浄净浜滨涙泪渇渴済济渉涉渋澁渓溪満满滝泷瀬濑焼烧犠牺猟猎獣兽瓶甁畳叠痩瘦発发県县研硏砕碎稲稻穂穗穏稳穣穰竜龙粋粹粛肃糸丝経经絵绘継继続续総总縁缘縄绳縦纵繊纤繍绣缶罐翻飜聴听脳脑臓脏艶艳芸艺荘庄萌萠蔵藏薫薰薬药蛍萤蝋蜡褒襃覇霸覚觉覧览観观訳译読读譲让豊丰賛赞転转軽轻辺边逓递遅迟邉边郎郞郷鄕酔醉醤酱醸酿釈释鉄铁鉱鑛銭钱鋳铸錬炼関关闘鬭陥陷険险隠隐雑杂霊灵頼赖顕显駅驿駆驱騒骚験验髄髓髙高髪发鴎鸥鶏鸡鹸碱麹曲麺面黒黑黙默齢龄﨑崎";

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
	const reader = getReader(source);
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
	return (await versionsAt(getReader(source), query).select((eb) => eb.fn.countAll().as("count")).where((eb) => eb.and(filterConditions(eb, query))).executeTakeFirstOrThrow()).count;
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
	const rows = await versionsAt(getReader(source), scope).select(["v.code", "v.stage"]).where("v.code", "in", [...codes]).execute();
	return new Map(rows.map(({ code, stage }) => [code, stage]));
}

// src/server/store/register-cells.ts
async function registerCells(source, scope, only) {
	if (only?.length === 0) return [];
	return (await versionsAt(getReader(source), scope).select((eb) => [
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
	const rows = await pipelineRows(db, {
		origin,
		as_of,
		known: revision,
		without: profile.without
	}, compare);
	const pipeline = makePipeline({
		origin,
		revision,
		as_of,
		mapping,
		rows,
		...compare === void 0 ? {} : { compare }
	});
	return {
		overview: shown,
		pipeline: projectPipeline(pipeline, groups, profile, stageOf)
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