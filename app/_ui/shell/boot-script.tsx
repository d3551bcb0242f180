/**
 * Runs before the first paint and sets what the learner chose as attributes of <html>, so that neither the theme nor the
 * choice between Welcome and Today flashes. Kept as one constant: its hash is part of the content security policy.
 */
export const bootScript =
  "(()=>{try{const d=document.documentElement.dataset,g=(k)=>localStorage.getItem('gradeck.'+k);" +
  "const t=g('theme');if(t==='light'||t==='dark')d.theme=t;" +
  "if(g('learner')==='returning')d.learner='returning'}catch{}})()"

export const BootScript = () => <script dangerouslySetInnerHTML={{ __html: bootScript }} />
