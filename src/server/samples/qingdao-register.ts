/**
 * The invented register of 16 April 2021: 30 projects that add up to the published counts and
 * total. Amounts in 10,000 yuan, land in mu. Demonstration attributes: no company of any prefecture
 * invested.
 */
export const qingdaoRegister = `id,stage,status,industry,gb4754,zone,pref_jis,site_mode,total_inv_wan,foreign_pct,paid_in_wan,fai_done_wan,land_mu,jobs_plan,jobs_actual,output_plan_wan,lead,negotiation,signed,registered,start_base,start_plan,start_actual,op_base,op_plan,op_actual,full_plan,status_date,last_update
A01,construction,active,eco,C3591,production,14,land,90000,100,42000,51000,240,520,60,260000,,,2020-01-10,2020-02-18,2020-03-31,2020-03-31,2020-03-26,2022-03-31,2022-06-30,,2024-06-30,,2021-04-14
A02,construction,active,material,C3034,production,22,land,60000,100,25000,27000,170,380,25,150000,,,2020-01-17,2020-03-05,2020-04-30,2020-04-30,2020-04-28,2022-06-30,2022-06-30,,2024-12-31,,2021-04-12
A03,construction,active,energy,C3849,production,30,land,45000,60,18000,14000,130,300,15,120000,,,2020-01-08,2020-03-20,2020-04-15,2020-04-15,2020-05-08,2022-07-31,2022-10-31,,2025-03-31,,2021-04-09
A04,construction,active,bio,C2761,production,36,land,35000,100,9000,6000,90,240,10,80000,,,2020-02-20,2020-04-02,2020-05-10,2020-05-10,2020-05-12,2022-12-31,2022-12-31,,2025-06-30,,2021-03-30
A05,registered,active,ict,C3976,production,15,land,25000,75,3000,0,60,180,0,70000,,2020-03-16,2020-09-18,2020-11-27,2021-03-31,2021-06-30,,2023-03-31,2023-06-30,,2025-06-30,,2021-04-15
A06,registered,active,eco,M7514,research,03,lease,15000,100,1500,0,,120,0,,,2020-04-20,2020-10-23,2021-01-15,2021-05-31,2021-05-31,,2021-09-30,2021-09-30,,2022-12-31,,2021-04-02
A07,operation,active,services,L72,business,45,office,10000,100,6000,7200,,90,48,,,,2020-01-15,2020-02-28,2020-05-31,2020-05-31,2020-05-06,2020-11-30,2020-11-30,2020-12-18,2022-06-30,,2021-04-13
B01,signed,active,energy,C3825,production,14,land,48000,100,,,120,260,,125000,,2020-03-25,2020-12-18,,2021-09-30,2021-09-30,,2023-06-30,2023-06-30,,2025-06-30,,2021-04-08
B02,signed,active,eco,C3591,production,22,land,36000,100,,,95,210,,95000,,2020-04-08,2021-03-12,,2021-12-31,2021-12-31,,2023-09-30,2023-09-30,,2025-09-30,,2021-04-15
B03,signed,active,ict,I65,research,,office,30000,51,,,,300,,,,2020-04-27,2021-03-30,,2021-08-31,2021-08-31,,2022-03-31,2022-03-31,,2023-12-31,,2021-04-15
B04,negotiation,active,eco,C4220,production,15,land,60000,100,,,180,350,,155000,,2020-05-06,,,,2022-06-30,,,2024-03-31,,,,2021-02-26
B05,negotiation,active,material,C3034,production,22,land,42000,100,,,110,240,,108000,2020-04-28,2020-09-03,,,,2022-03-31,,,2023-12-31,,,,2021-04-07
B06,negotiation,active,bio,C2761,production,36,land,25000,100,,,60,150,,62000,2020-04-28,2020-11-19,,,,2022-06-30,,,2024-06-30,,,,2021-03-18
B07,negotiation,active,eco,N7722,production,03,lease,18000,70,,,,110,,40000,2020-04-30,2020-12-04,,,,2021-12-31,,,2022-12-31,,,,2021-04-06
B08,negotiation,active,ict,C3976,production,14,land,50000,100,,,130,330,,140000,2020-05-07,2020-08-14,,,,2022-09-30,,,2024-09-30,,,,2020-11-30
B09,negotiation,active,services,M73,research,30,office,8000,100,,,,75,,,2020-05-07,2021-01-12,,,,2021-10-31,,,2022-06-30,,,,2021-04-13
B10,negotiation,active,energy,C3849,production,,land,35000,49,,,90,200,,90000,2020-05-08,2020-10-22,,,,2022-03-31,,,2024-03-31,,,,2021-03-25
B11,negotiation,active,material,C2659,production,30,land,20000,100,,,55,120,,50000,2020-05-11,2020-12-15,,,,2022-06-30,,,2024-06-30,,,,2021-04-01
B12,negotiation,active,eco,D4620,supportive,,land,12000,40,,,35,60,,,2020-05-12,2021-02-25,,,,2022-03-31,,,2023-12-31,,,,2021-04-15
B13,negotiation,active,bio,M73,research,45,lease,,100,,,,90,,,2020-05-13,2021-03-09,,,,2022-01-31,,,2022-10-31,,,,2021-04-09
B14,negotiation,active,services,L72,business,14,office,6000,100,,,,50,,,2020-07-20,2020-12-28,,,,2021-07-31,,,2021-12-31,,,,2021-04-14
B15,lead,active,eco,C3591,production,22,land,80000,,,,210,450,,210000,2020-08-26,,,,,2022-12-31,,,2024-12-31,,,,2021-03-31
B16,lead,active,energy,C3825,production,15,land,,,,,,,,,2020-10-14,,,,,,,,2025-06-30,,,,2020-12-22
B17,lead,active,material,C2659,production,36,lease,15000,,,,,85,,35000,2020-11-18,,,,,2022-06-30,,,2023-06-30,,,,2021-04-06
B18,lead,active,services,Q85,life,03,lease,5000,,,,,70,,,2020-12-09,,,,,2022-03-31,,,2022-12-31,,,,2021-03-19
B19,lead,active,bio,C2770,production,45,lease,22000,,,,,130,,55000,2021-01-13,,,,,2022-09-30,,,2023-12-31,,,,2021-04-12
B20,lead,active,ict,I65,research,,office,,,,,,60,,,2021-02-05,,,,,2021-12-31,,,2022-09-30,,,,2021-04-08
C01,lead,on_hold,energy,C3849,production,30,land,40000,,,,100,220,,100000,2020-05-09,,,,,,,,,,,2020-12-10,2020-12-10
D01,lead,withdrawn,material,C2659,production,14,lease,9000,,,,,60,,22000,2020-05-12,,,,,,,,,,,2020-10-30,2020-10-30
D02,negotiation,lost,ict,C3976,production,22,land,28000,,,,70,190,,75000,2020-05-13,2020-09-24,,,,,,,,,,2021-01-20,2021-01-20`;
