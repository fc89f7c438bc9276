export interface ChanceVector {
  readonly name: string;
  readonly projects: readonly {
    readonly p?: number;
    readonly stage?: string;
    readonly arrival?: readonly number[];
    readonly amount?: number | null;
    readonly currency: string;
    readonly status?: string;
  }[];
  readonly horizon: number;
  readonly ramp_months: number | null;
  readonly sigma: number;
  readonly need: number;
  readonly expect: {
    readonly count: Readonly<Record<'mean' | 'p10' | 'p50' | 'p90', number>>;
    readonly amount:
      | { readonly refused: string }
      | Readonly<Record<'mean' | 'p10' | 'p50' | 'p90' | 'at_least_need', number>>;
    readonly undisclosed: number;
  };
}

/** Small registers with their exact answers: every joint outcome was listed. Source: review of figures. */
export const chanceVectors: readonly ChanceVector[] = [
  {
    name: 'no project',
    projects: [],
    horizon: 1,
    ramp_months: null,
    sigma: 0.5,
    need: 100,
    expect: {
      count: {
        mean: 0.0,
        p10: 0,
        p50: 0,
        p90: 0,
      },
      amount: {
        mean: 0.0,
        p10: 0,
        p50: 0,
        p90: 0,
        at_least_need: 0,
      },
      undisclosed: 0,
    },
  },
  {
    name: 'one certain',
    projects: [
      {
        p: 1,
        amount: 500,
        currency: 'CNY',
      },
    ],
    horizon: 1,
    ramp_months: null,
    sigma: 0.5,
    need: 500,
    expect: {
      count: {
        mean: 1.0,
        p10: 1,
        p50: 1,
        p90: 1,
      },
      amount: {
        mean: 500.0,
        p10: 500,
        p50: 500,
        p90: 500,
        at_least_need: 1.0,
      },
      undisclosed: 0,
    },
  },
  {
    name: 'one, 30 %',
    projects: [
      {
        p: 0.3,
        amount: 420,
        currency: 'CNY',
      },
    ],
    horizon: 1,
    ramp_months: null,
    sigma: 0,
    need: 400,
    expect: {
      count: {
        mean: 0.3,
        p10: 0,
        p50: 0,
        p90: 1,
      },
      amount: {
        mean: 126.0,
        p10: 0,
        p50: 0,
        p90: 420,
        at_least_need: 0.3,
      },
      undisclosed: 0,
    },
  },
  {
    name: 'three independent',
    projects: [
      {
        p: 0.8,
        amount: 480,
        currency: 'CNY',
      },
      {
        p: 0.8,
        amount: 360,
        currency: 'CNY',
      },
      {
        p: 0.8,
        amount: 300,
        currency: 'CNY',
      },
    ],
    horizon: 1,
    ramp_months: null,
    sigma: 0,
    need: 700,
    expect: {
      count: {
        mean: 2.4,
        p10: 1,
        p50: 3,
        p90: 3,
      },
      amount: {
        mean: 912.0,
        p10: 480,
        p50: 1140,
        p90: 1140,
        at_least_need: 0.768,
      },
      undisclosed: 0,
    },
  },
  {
    name: 'three with a shock',
    projects: [
      {
        p: 0.8,
        amount: 480,
        currency: 'CNY',
      },
      {
        p: 0.8,
        amount: 360,
        currency: 'CNY',
      },
      {
        p: 0.8,
        amount: 300,
        currency: 'CNY',
      },
    ],
    horizon: 1,
    ramp_months: null,
    sigma: 0.5,
    need: 700,
    expect: {
      count: {
        mean: 2.4,
        p10: 1,
        p50: 3,
        p90: 3,
      },
      amount: {
        mean: 912.0,
        p10: 480,
        p50: 1140,
        p90: 1140,
        at_least_need: 0.765930251,
      },
      undisclosed: 0,
    },
  },
  {
    name: 'ten alike, shock',
    projects: [
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
    ],
    horizon: 1,
    ramp_months: null,
    sigma: 0.5,
    need: 500,
    expect: {
      count: {
        mean: 3.0,
        p10: 1,
        p50: 3,
        p90: 5,
      },
      amount: {
        mean: 300.0,
        p10: 100,
        p50: 300,
        p90: 500,
        at_least_need: 0.192854589,
      },
      undisclosed: 0,
    },
  },
  {
    name: 'ten alike, no shock',
    projects: [
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: 100,
        currency: 'CNY',
      },
    ],
    horizon: 1,
    ramp_months: null,
    sigma: 0,
    need: 500,
    expect: {
      count: {
        mean: 3.0,
        p10: 1,
        p50: 3,
        p90: 5,
      },
      amount: {
        mean: 300.0,
        p10: 100,
        p50: 300,
        p90: 500,
        at_least_need: 0.150268333,
      },
      undisclosed: 0,
    },
  },
  {
    name: 'one amount not disclosed',
    projects: [
      {
        p: 0.3,
        amount: 420,
        currency: 'CNY',
      },
      {
        p: 0.3,
        amount: null,
        currency: 'CNY',
      },
      {
        p: 0.1,
        amount: 800,
        currency: 'CNY',
      },
    ],
    horizon: 1,
    ramp_months: null,
    sigma: 0.5,
    need: 420,
    expect: {
      count: {
        mean: 0.7,
        p10: 0,
        p50: 1,
        p90: 2,
      },
      amount: {
        mean: 206.0,
        p10: 0,
        p50: 0,
        p90: 420,
        at_least_need: 0.365458432,
      },
      undisclosed: 1,
    },
  },
  {
    name: 'on hold and lost weigh nothing',
    projects: [
      {
        p: 0.3,
        amount: 420,
        currency: 'CNY',
      },
      {
        p: 0.8,
        amount: 900,
        currency: 'CNY',
        status: 'on_hold',
      },
      {
        p: 0.8,
        amount: 900,
        currency: 'CNY',
        status: 'lost',
      },
    ],
    horizon: 1,
    ramp_months: null,
    sigma: 0.5,
    need: 420,
    expect: {
      count: {
        mean: 0.3,
        p10: 0,
        p50: 0,
        p90: 1,
      },
      amount: {
        mean: 126.0,
        p10: 0,
        p50: 0,
        p90: 420,
        at_least_need: 0.3,
      },
      undisclosed: 0,
    },
  },
  {
    name: 'p = 0 and p = 1 among others',
    projects: [
      {
        p: 0,
        amount: 900,
        currency: 'CNY',
      },
      {
        p: 1,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.5,
        amount: 50,
        currency: 'CNY',
      },
    ],
    horizon: 1,
    ramp_months: null,
    sigma: 0.5,
    need: 150,
    expect: {
      count: {
        mean: 1.5,
        p10: 1,
        p50: 1,
        p90: 2,
      },
      amount: {
        mean: 125.0,
        p10: 100,
        p50: 100,
        p90: 150,
        at_least_need: 0.5,
      },
      undisclosed: 0,
    },
  },
  {
    name: 'by the deadline: 12 months from each stage',
    projects: [
      {
        stage: 'lead',
        arrival: [
          0.0, 0.0, 0.000447892541, 0.001086892775, 0.001763798615, 0.002392616449, 0.002930099305,
          0.003359447713, 0.003679575662, 0.003898147588, 0.004027151717, 0.004080163631,
        ],
        amount: 150,
        currency: 'CNY',
      },
      {
        stage: 'negotiation',
        arrival: [
          0.0, 0.00458760236, 0.007888727421, 0.010193981622, 0.011732150982, 0.012683093118,
          0.013187959387, 0.013357298693, 0.013277480686, 0.013015785707, 0.012624437142,
          0.012143794907,
        ],
        amount: 420,
        currency: 'CNY',
      },
      {
        stage: 'signed',
        arrival: [
          0.165039579213, 0.130992000829, 0.103968419958, 0.082519789606, 0.065496000415,
          0.051984209979, 0.041259894803, 0.032748000207, 0.025992104989, 0.020629947402,
          0.016374000104, 0.012996052495,
        ],
        amount: 480,
        currency: 'CNY',
      },
    ],
    horizon: 12,
    ramp_months: null,
    sigma: 0.5,
    need: 480,
    expect: {
      count: {
        mean: 0.902358098,
        p10: 0,
        p50: 1,
        p90: 2,
      },
      amount: {
        mean: 416.52063895,
        p10: 0,
        p50: 480,
        p90: 630,
        at_least_need: 0.750751703,
      },
      undisclosed: 0,
    },
  },
  {
    name: 'jobs ramp over 12 months, 24 to go',
    projects: [
      {
        stage: 'signed',
        arrival: [
          0.0, 0.0, 0.000510149035, 0.00135027424, 0.002386275213, 0.003519620469, 0.004679120788,
          0.005814497677, 0.00689136591, 0.007887328845, 0.00878894846, 0.009589402063,
          0.010286677263, 0.010882188155, 0.011379720445, 0.011784632908, 0.012103258026,
          0.012342456944, 0.012509293531, 0.01261079997, 0.012653812332, 0.012644859295,
          0.012590090948, 0.0124952375,
        ],
        amount: 260,
        currency: 'CNY',
      },
      {
        stage: 'construction',
        arrival: [
          0.033998546795, 0.032714212146, 0.031478394732, 0.030289261759, 0.029145049666,
          0.028044061516, 0.026984664474, 0.025965287388, 0.024984418456, 0.024040602989,
          0.02313244125, 0.022258586376, 0.021417742387, 0.020608662257, 0.01983014607,
          0.019081039238, 0.018360230787, 0.017666651714, 0.016999273398, 0.016357106073,
          0.015739197366, 0.015144630879, 0.014572524833, 0.014022030758,
        ],
        amount: 520,
        currency: 'CNY',
      },
    ],
    horizon: 24,
    ramp_months: 12,
    sigma: 0.5,
    need: 300,
    expect: {
      count: {
        mean: 0.738534773,
        p10: 0,
        p50: 1,
        p90: 2,
      },
      amount: {
        mean: 257.308762108,
        p10: 0,
        p50: 216.666667,
        p90: 520.0,
        at_least_need: 0.444037102,
      },
      undisclosed: 0,
    },
  },
  {
    name: 'own history of one stage shrunk to the default',
    projects: [
      {
        stage: 'negotiation',
        arrival: [
          0.0, 0.003480603013, 0.00597963849, 0.007719554811, 0.008875398818, 0.009584709091,
          0.009955359594, 0.01007177717, 0.009999868977, 0.009790926562, 0.009484718199,
          0.009111937446,
        ],
        amount: 420,
        currency: 'CNY',
      },
      {
        stage: 'negotiation',
        arrival: [
          0.0, 0.003480603013, 0.00597963849, 0.007719554811, 0.008875398818, 0.009584709091,
          0.009955359594, 0.01007177717, 0.009999868977, 0.009790926562, 0.009484718199,
          0.009111937446,
        ],
        amount: 420,
        currency: 'CNY',
      },
      {
        stage: 'negotiation',
        arrival: [
          0.0, 0.003480603013, 0.00597963849, 0.007719554811, 0.008875398818, 0.009584709091,
          0.009955359594, 0.01007177717, 0.009999868977, 0.009790926562, 0.009484718199,
          0.009111937446,
        ],
        amount: 420,
        currency: 'CNY',
      },
    ],
    horizon: 12,
    ramp_months: null,
    sigma: 0.5,
    need: 420,
    expect: {
      count: {
        mean: 0.282163477,
        p10: 0,
        p50: 0,
        p90: 1,
      },
      amount: {
        mean: 118.508660133,
        p10: 0,
        p50: 0,
        p90: 420,
        at_least_need: 0.251469991,
      },
      undisclosed: 0,
    },
  },
  {
    name: 'one of 10^15 beside small ones',
    projects: [
      {
        p: 0.5,
        amount: 1000000000000000,
        currency: 'CNY',
      },
      {
        p: 0.5,
        amount: 1,
        currency: 'CNY',
      },
      {
        p: 0.5,
        amount: 2,
        currency: 'CNY',
      },
    ],
    horizon: 1,
    ramp_months: null,
    sigma: 0.5,
    need: 1000000000000001,
    expect: {
      count: {
        mean: 1.5,
        p10: 0,
        p50: 1,
        p90: 3,
      },
      amount: {
        mean: 500000000000001.5,
        p10: 0,
        p50: 3,
        p90: 1000000000000003,
        at_least_need: 0.381977776,
      },
      undisclosed: 0,
    },
  },
  {
    name: 'two currencies',
    projects: [
      {
        p: 0.5,
        amount: 100,
        currency: 'CNY',
      },
      {
        p: 0.5,
        amount: 100,
        currency: 'JPY',
      },
    ],
    horizon: 1,
    ramp_months: null,
    sigma: 0.5,
    need: 100,
    expect: {
      count: {
        mean: 1.0,
        p10: 0,
        p50: 1,
        p90: 2,
      },
      amount: {
        refused: 'two_currencies',
      },
      undisclosed: 0,
    },
  },
];
