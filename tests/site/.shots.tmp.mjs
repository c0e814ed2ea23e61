import { chromium } from 'playwright-core';
import AxeBuilder from '@axe-core/playwright';
import http from 'node:http'; import fs from 'node:fs'; import path from 'node:path';
const root='/tmp/views-out';
const types={'.html':'text/html','.css':'text/css','.svg':'image/svg+xml'};
const server=http.createServer((q,r)=>{let f=path.join(root,decodeURI(q.url.split('?')[0])); if(f.endsWith('/'))f+='index.html'; if(!fs.existsSync(f)){r.statusCode=404;f=root+'/404.html'} r.setHeader('content-type',types[path.extname(f)]??'text/html'); r.end(fs.readFileSync(f));}).listen(0);
const port=server.address().port;
const want=process.argv[2]; const axe=process.argv.includes('axe');
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const pages=[['home-vi','/vi-vn/'],['home-ar','/ar-sa/'],['home-ja','/ja-jp/'],['art-vi','/vi-vn/mail/sign-in/'],['art-ar','/ar-sa/mail/sign-in/'],['art-ja','/ja-jp/mail/sign-in/'],['art-de','/de-de/mail/sign-in/'],['fallback-ar','/ar-sa/mail/no-words/'],['sec-vi','/vi-vn/mail/'],['404-ar','/ar-sa/404/'],['root','/'],['checks','/checks/'],['check','/checks/unbalanced-span/']];
for(const scheme of ['light','dark']) for(const w of [1440,1280,360]) {
 const ctx=await b.newContext({viewport:{width:w,height:w>500?900:780},colorScheme:scheme,reducedMotion:'reduce'});
 for(const [n,u] of pages){ const name=`${n}-${scheme}-${w}`; if(want&&!new RegExp(want).test(name))continue;
  const p=await ctx.newPage(); await p.goto(`http://localhost:${port}${u}`);
  const over=await p.evaluate(()=>document.documentElement.scrollWidth-document.documentElement.clientWidth); if(over>0)console.log(name,'OVERFLOW',over);
  if(axe){const r=await new AxeBuilder({page:p}).analyze(); for(const v of r.violations)console.log(name,v.id,v.nodes.length,v.nodes.slice(0,3).map(x=>x.target+' '+x.failureSummary?.slice(0,160)).join(' | '));}
  else await p.screenshot({path:`/tmp/shots/${name}.png`,fullPage:process.argv.includes('full')});
  await p.close(); }
 await ctx.close(); }
await b.close(); server.close();
