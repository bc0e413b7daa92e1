import { chromium } from '@playwright/test';
const base='http://127.0.0.1:4115', key=process.argv[2];
const browser = await chromium.launch({executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-gpu']});
async function person(name, opts={}) {
  const ctx = await browser.newContext({ baseURL: base, viewport:{width:1440,height:900}, ...opts});
  const page = await ctx.newPage();
  page.on('pageerror', e=>console.log(name,'PAGEERROR',String(e)));
  page.on('console', m=>{ if(['error','warning'].includes(m.type())) console.log(name, m.type(), m.text()); });
  await ctx.request.post('/login',{form:{email:`${name}@example.org`,password:'waymark-demo'},headers:{origin:base},maxRedirects:0});
  const granted = await (await ctx.request.post('/auth/v1/token?grant_type=password',{headers:{apikey:key},data:{email:`${name}@example.org`,password:'waymark-demo'}})).json();
  const ws = await (await ctx.request.post('/rest/v1/rpc/workspace',{headers:{apikey:key,authorization:`Bearer ${granted.access_token}`,'content-profile':'reporting'},data:{}})).json();
  return {ctx,page,reports:ws.reports};
}
const shot = async (page, file, w=1440) => { await page.setViewportSize({width:w,height:900}); await page.waitForTimeout(200); const over=await page.evaluate(()=>document.documentElement.scrollWidth-innerWidth); console.log(file,'overflow',over); await page.screenshot({path:`/tmp/wt/claims-look/${file}.png`,fullPage:true}); };
const of=(p,period,project)=>p.reports.find(r=>r.period.code===period && (!project||r.project.code===project));
const g=await person('gfngo'), i=await person('iom-egypt'), u=await person('unodc');
for (const [n,p] of [['g',g],['i',i],['u',u]]) console.log(n, p.reports.map(r=>`${r.period.code}/${r.project.code}/${r.state}/${r.lock.kind}`).slice(0,14).join(' '));
const ir=of(i,'2023-Q1','PROT-EG')??i.reports.find(r=>r.period.code==='2023-Q1'); const gr=g.reports.find(r=>r.period.code==='2023-Q1');
console.log(ir?.id, gr?.id);
const P=i.page, G=g.page;
await P.goto(`/reports/${ir.id}/activities`); await P.waitForLoadState('networkidle'); await P.locator('#new > summary').click(); await shot(P,'b-iom'); await shot(P,'b-iom-360',360);
await G.goto(`/reports/${gr.id}/activities?lang=ar`); await G.waitForLoadState('networkidle'); await shot(G,'b-g-ar'); 
const s=await person('staff'); await s.page.goto(`/reports/${gr.id}/activities`); await s.page.waitForLoadState('networkidle'); await shot(s.page,'b-staff');
const a=i.reports.find(r=>r.period.code==='2022-Q3'); await P.goto(`/reports/${a.id}/activities`); await P.waitForLoadState('networkidle'); await shot(P,'b-approved');
await u.page.goto(`/reports/${ir.id}/activities`); console.log('unodc on iom report:', await u.page.locator('h1').textContent());
await browser.close();
