/* Guiderail. Bundles lit (BSD-3-Clause), marked (MIT), DOMPurify (Apache-2.0 or MPL-2.0). Licences: LEGAL.txt beside this file. Sources: widget/ */
"use strict";(()=>{var Q=globalThis,X=Q.ShadowRoot&&(Q.ShadyCSS===void 0||Q.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,ce=Symbol(),Ee=new WeakMap,D=class{constructor(e,t,i){if(this._$cssResult$=!0,i!==ce)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(X&&e===void 0){let i=t!==void 0&&t.length===1;i&&(e=Ee.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),i&&Ee.set(t,e))}return e}toString(){return this.cssText}},Ce=n=>new D(typeof n=="string"?n:n+"",void 0,ce),v=(n,...e)=>{let t=n.length===1?n[0]:e.reduce((i,r,a)=>i+(s=>{if(s._$cssResult$===!0)return s.cssText;if(typeof s=="number")return s;throw Error("Value passed to 'css' function must be a 'css' function result: "+s+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+n[a+1],n[0]);return new D(t,n,ce)},Pe=(n,e)=>{if(X)n.adoptedStyleSheets=e.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(let t of e){let i=document.createElement("style"),r=Q.litNonce;r!==void 0&&i.setAttribute("nonce",r),i.textContent=t.cssText,n.appendChild(i)}},le=X?n=>n:n=>n instanceof CSSStyleSheet?(e=>{let t="";for(let i of e.cssRules)t+=i.cssText;return Ce(t)})(n):n;var{is:dt,defineProperty:pt,getOwnPropertyDescriptor:ht,getOwnPropertyNames:ut,getOwnPropertySymbols:gt,getPrototypeOf:mt}=Object,ee=globalThis,Te=ee.trustedTypes,ft=Te?Te.emptyScript:"",vt=ee.reactiveElementPolyfillSupport,W=(n,e)=>n,de={toAttribute(n,e){switch(e){case Boolean:n=n?ft:null;break;case Object:case Array:n=n==null?n:JSON.stringify(n)}return n},fromAttribute(n,e){let t=n;switch(e){case Boolean:t=n!==null;break;case Number:t=n===null?null:Number(n);break;case Object:case Array:try{t=JSON.parse(n)}catch{t=null}}return t}},Le=(n,e)=>!dt(n,e),Re={attribute:!0,type:String,converter:de,reflect:!1,useDefault:!1,hasChanged:Le};Symbol.metadata??=Symbol("metadata"),ee.litPropertyMetadata??=new WeakMap;var y=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=Re){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let i=Symbol(),r=this.getPropertyDescriptor(e,i,t);r!==void 0&&pt(this.prototype,e,r)}}static getPropertyDescriptor(e,t,i){let{get:r,set:a}=ht(this.prototype,e)??{get(){return this[t]},set(s){this[t]=s}};return{get:r,set(s){let o=r?.call(this);a?.call(this,s),this.requestUpdate(e,o,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??Re}static _$Ei(){if(this.hasOwnProperty(W("elementProperties")))return;let e=mt(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(W("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(W("properties"))){let t=this.properties,i=[...ut(t),...gt(t)];for(let r of i)this.createProperty(r,t[r])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[i,r]of t)this.elementProperties.set(i,r)}this._$Eh=new Map;for(let[t,i]of this.elementProperties){let r=this._$Eu(t,i);r!==void 0&&this._$Eh.set(r,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let i=new Set(e.flat(1/0).reverse());for(let r of i)t.unshift(le(r))}else e!==void 0&&t.push(le(e));return t}static _$Eu(e,t){let i=t.attribute;return i===!1?void 0:typeof i=="string"?i:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let i of t.keys())this.hasOwnProperty(i)&&(e.set(i,this[i]),delete this[i]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Pe(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,i){this._$AK(e,i)}_$ET(e,t){let i=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,i);if(r!==void 0&&i.reflect===!0){let a=(i.converter?.toAttribute!==void 0?i.converter:de).toAttribute(t,i.type);this._$Em=e,a==null?this.removeAttribute(r):this.setAttribute(r,a),this._$Em=null}}_$AK(e,t){let i=this.constructor,r=i._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let a=i.getPropertyOptions(r),s=typeof a.converter=="function"?{fromAttribute:a.converter}:a.converter?.fromAttribute!==void 0?a.converter:de;this._$Em=r;let o=s.fromAttribute(t,a.type);this[r]=o??this._$Ej?.get(r)??o,this._$Em=null}}requestUpdate(e,t,i,r=!1,a){if(e!==void 0){let s=this.constructor;if(r===!1&&(a=this[e]),i??=s.getPropertyOptions(e),!((i.hasChanged??Le)(a,t)||i.useDefault&&i.reflect&&a===this._$Ej?.get(e)&&!this.hasAttribute(s._$Eu(e,i))))return;this.C(e,t,i)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,t,{useDefault:i,reflect:r,wrapped:a},s){i&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,s??t??this[e]),a!==!0||s!==void 0)||(this._$AL.has(e)||(this.hasUpdated||i||(t=void 0),this._$AL.set(e,t)),r===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(t){Promise.reject(t)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[r,a]of this._$Ep)this[r]=a;this._$Ep=void 0}let i=this.constructor.elementProperties;if(i.size>0)for(let[r,a]of i){let{wrapped:s}=a,o=this[r];s!==!0||this._$AL.has(r)||o===void 0||this.C(r,void 0,a,o)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(i=>i.hostUpdate?.()),this.update(t)):this._$EM()}catch(i){throw e=!1,this._$EM(),i}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}updated(e){}firstUpdated(e){}};y.elementStyles=[],y.shadowRootOptions={mode:"open"},y[W("elementProperties")]=new Map,y[W("finalized")]=new Map,vt?.({ReactiveElement:y}),(ee.reactiveElementVersions??=[]).push("2.1.2");var ve=globalThis,ze=n=>n,te=ve.trustedTypes,Me=te?te.createPolicy("lit-html",{createHTML:n=>n}):void 0,De="$lit$",k=`lit$${Math.random().toFixed(9).slice(2)}$`,We="?"+k,xt=`<${We}>`,P=document,F=()=>P.createComment(""),G=n=>n===null||typeof n!="object"&&typeof n!="function",xe=Array.isArray,bt=n=>xe(n)||typeof n?.[Symbol.iterator]=="function",pe=`[ 	
\f\r]`,U=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,je=/-->/g,Oe=/>/g,E=RegExp(`>|${pe}(?:([^\\s"'>=/]+)(${pe}*=${pe}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),He=/'/g,qe=/"/g,Ue=/^(?:script|style|textarea|title)$/i,be=n=>(e,...t)=>({_$litType$:n,strings:e,values:t}),l=be(1),g=be(2),qt=be(3),T=Symbol.for("lit-noChange"),p=Symbol.for("lit-nothing"),Ne=new WeakMap,C=P.createTreeWalker(P,129);function Fe(n,e){if(!xe(n)||!n.hasOwnProperty("raw"))throw Error("invalid template strings array");return Me!==void 0?Me.createHTML(e):e}var yt=(n,e)=>{let t=n.length-1,i=[],r,a=e===2?"<svg>":e===3?"<math>":"",s=U;for(let o=0;o<t;o++){let c=n[o],d,h,u=-1,x=0;for(;x<c.length&&(s.lastIndex=x,h=s.exec(c),h!==null);)x=s.lastIndex,s===U?h[1]==="!--"?s=je:h[1]!==void 0?s=Oe:h[2]!==void 0?(Ue.test(h[2])&&(r=RegExp("</"+h[2],"g")),s=E):h[3]!==void 0&&(s=E):s===E?h[0]===">"?(s=r??U,u=-1):h[1]===void 0?u=-2:(u=s.lastIndex-h[2].length,d=h[1],s=h[3]===void 0?E:h[3]==='"'?qe:He):s===qe||s===He?s=E:s===je||s===Oe?s=U:(s=E,r=void 0);let m=s===E&&n[o+1].startsWith("/>")?" ":"";a+=s===U?c+xt:u>=0?(i.push(d),c.slice(0,u)+De+c.slice(u)+k+m):c+k+(u===-2?o:m)}return[Fe(n,a+(n[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),i]},I=class n{constructor({strings:e,_$litType$:t},i){let r;this.parts=[];let a=0,s=0,o=e.length-1,c=this.parts,[d,h]=yt(e,t);if(this.el=n.createElement(d,i),C.currentNode=this.el.content,t===2||t===3){let u=this.el.content.firstChild;u.replaceWith(...u.childNodes)}for(;(r=C.nextNode())!==null&&c.length<o;){if(r.nodeType===1){if(r.hasAttributes())for(let u of r.getAttributeNames())if(u.endsWith(De)){let x=h[s++],m=r.getAttribute(u).split(k),Y=/([.?@])?(.*)/.exec(x);c.push({type:1,index:a,name:Y[2],strings:m,ctor:Y[1]==="."?ue:Y[1]==="?"?ge:Y[1]==="@"?me:z}),r.removeAttribute(u)}else u.startsWith(k)&&(c.push({type:6,index:a}),r.removeAttribute(u));if(Ue.test(r.tagName)){let u=r.textContent.split(k),x=u.length-1;if(x>0){r.textContent=te?te.emptyScript:"";for(let m=0;m<x;m++)r.append(u[m],F()),C.nextNode(),c.push({type:2,index:++a});r.append(u[x],F())}}}else if(r.nodeType===8)if(r.data===We)c.push({type:2,index:a});else{let u=-1;for(;(u=r.data.indexOf(k,u+1))!==-1;)c.push({type:7,index:a}),u+=k.length-1}a++}}static createElement(e,t){let i=P.createElement("template");return i.innerHTML=e,i}};function L(n,e,t=n,i){if(e===T)return e;let r=i!==void 0?t._$Co?.[i]:t._$Cl,a=G(e)?void 0:e._$litDirective$;return r?.constructor!==a&&(r?._$AO?.(!1),a===void 0?r=void 0:(r=new a(n),r._$AT(n,t,i)),i!==void 0?(t._$Co??=[])[i]=r:t._$Cl=r),r!==void 0&&(e=L(n,r._$AS(n,e.values),r,i)),e}var he=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:i}=this._$AD,r=(e?.creationScope??P).importNode(t,!0);C.currentNode=r;let a=C.nextNode(),s=0,o=0,c=i[0];for(;c!==void 0;){if(s===c.index){let d;c.type===2?d=new V(a,a.nextSibling,this,e):c.type===1?d=new c.ctor(a,c.name,c.strings,this,e):c.type===6&&(d=new fe(a,this,e)),this._$AV.push(d),c=i[++o]}s!==c?.index&&(a=C.nextNode(),s++)}return C.currentNode=P,r}p(e){let t=0;for(let i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(e,i,t),t+=i.strings.length-2):i._$AI(e[t])),t++}},V=class n{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,i,r){this.type=2,this._$AH=p,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=i,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=L(this,e,t),G(e)?e===p||e==null||e===""?(this._$AH!==p&&this._$AR(),this._$AH=p):e!==this._$AH&&e!==T&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):bt(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==p&&G(this._$AH)?this._$AA.nextSibling.data=e:this.T(P.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:i}=e,r=typeof i=="number"?this._$AC(e):(i.el===void 0&&(i.el=I.createElement(Fe(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===r)this._$AH.p(t);else{let a=new he(r,this),s=a.u(this.options);a.p(t),this.T(s),this._$AH=a}}_$AC(e){let t=Ne.get(e.strings);return t===void 0&&Ne.set(e.strings,t=new I(e)),t}k(e){xe(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,i,r=0;for(let a of e)r===t.length?t.push(i=new n(this.O(F()),this.O(F()),this,this.options)):i=t[r],i._$AI(a),r++;r<t.length&&(this._$AR(i&&i._$AB.nextSibling,r),t.length=r)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let i=ze(e).nextSibling;ze(e).remove(),e=i}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},z=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,i,r,a){this.type=1,this._$AH=p,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=a,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=p}_$AI(e,t=this,i,r){let a=this.strings,s=!1;if(a===void 0)e=L(this,e,t,0),s=!G(e)||e!==this._$AH&&e!==T,s&&(this._$AH=e);else{let o=e,c,d;for(e=a[0],c=0;c<a.length-1;c++)d=L(this,o[i+c],t,c),d===T&&(d=this._$AH[c]),s||=!G(d)||d!==this._$AH[c],d===p?e=p:e!==p&&(e+=(d??"")+a[c+1]),this._$AH[c]=d}s&&!r&&this.j(e)}j(e){e===p?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},ue=class extends z{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===p?void 0:e}},ge=class extends z{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==p)}},me=class extends z{constructor(e,t,i,r,a){super(e,t,i,r,a),this.type=5}_$AI(e,t=this){if((e=L(this,e,t,0)??p)===T)return;let i=this._$AH,r=e===p&&i!==p||e.capture!==i.capture||e.once!==i.once||e.passive!==i.passive,a=e!==p&&(i===p||r);r&&this.element.removeEventListener(this.name,this,i),a&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},fe=class{constructor(e,t,i){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(e){L(this,e)}};var wt=ve.litHtmlPolyfillSupport;wt?.(I,V),(ve.litHtmlVersions??=[]).push("3.3.3");var Ge=(n,e,t)=>{let i=t?.renderBefore??e,r=i._$litPart$;if(r===void 0){let a=t?.renderBefore??null;i._$litPart$=r=new V(e.insertBefore(F(),a),a,void 0,t??{})}return r._$AI(n),r};var ye=globalThis,$=class extends y{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Ge(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return T}};$._$litElement$=!0,$.finalized=!0,ye.litElementHydrateSupport?.({LitElement:$});var kt=ye.litElementPolyfillSupport;kt?.({LitElement:$});(ye.litElementVersions??=[]).push("4.2.2");var B=class extends Error{constructor(t){super(t.detail||t.title);this.problem=t}get gone(){return[0,502,503,504].includes(this.problem.status)}};function Ie(n,e){let t=Object.entries({...n,...e});return Object.fromEntries(t.filter(i=>i[1]!==null))}var $t={add:g`<path d="M8 3v10M3 8h10"/>`,back:g`<path d="M9.5 3.5 5 8l4.5 4.5"/>`,block:g`<circle cx="8" cy="8" r="5.75"/><path d="m4 12 8-8"/>`,book:g`<path d="M8 4.2C6.6 3.1 4.6 2.8 2.3 3v9.3c2.3-.2 4.3.1 5.7 1.2 1.4-1.1 3.4-1.4 5.7-1.2V3c-2.3-.2-4.3.1-5.7 1.2zm0 0v9.3"/>`,check:g`<path d="m3.5 8.5 3 3 6-7"/>`,chevron:g`<path d="m4.5 6.5 3.5 3.5 3.5-3.5"/>`,close:g`<path d="m4 4 8 8m0-8-8 8"/>`,copy:g`<rect x="5.5" y="5.5" width="7.5" height="8" rx="1.5"/><path d="M10.5 3.2A1.5 1.5 0 0 0 9.2 2.5H4.5A1.5 1.5 0 0 0 3 4v5.5a1.5 1.5 0 0 0 .7 1.3"/>`,down:g`<path d="M5.5 9.5 8 14c1 0 1.7-.7 1.7-1.7V10h3a1.3 1.3 0 0 0 1.3-1.5l-.8-4.7A1.5 1.5 0 0 0 11.7 2.5H5.5zm0 0h-3v-7h3"/>`,link:g`<path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 0 0 3.7 3.7l.8-.8"/>`,more:g`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2"/>`,person:g`<circle cx="8" cy="5.2" r="2.7"/><path d="M2.8 13.7c.5-2.7 2.5-4.2 5.2-4.2s4.7 1.5 5.2 4.2"/>`,pencil:g`<path d="M8 3H4a1.5 1.5 0 0 0-1.5 1.5V12A1.5 1.5 0 0 0 4 13.5h7.5A1.5 1.5 0 0 0 13 12V8M6.5 9.5l.5-2 5.3-5.2a1 1 0 0 1 1.5 1.5L8.5 9z"/>`,rail:g`<path d="M8 1.8 2.8 3.7v4.1c0 3.2 2.2 5.5 5.2 6.5 3-1 5.2-3.3 5.2-6.5V3.7z"/><path d="m5.7 8 1.7 1.7 3-3.4"/>`,send:g`<path d="M8 13V3.5m0 0L4 7.5m4-4 4 4"/>`,stop:g`<rect x="4.5" y="4.5" width="7" height="7" rx="1" fill="currentColor"/>`,up:g`<path d="M5.5 6.5 8 2c1 0 1.7.7 1.7 1.7V6h3A1.3 1.3 0 0 1 14 7.5l-.8 4.7a1.5 1.5 0 0 1-1.5 1.3H5.5zm0 0h-3v7h3"/>`,warn:g`<path d="M8 2.3 1.8 13.2h12.4zM8 6.5V9.5m0 1.8v.01"/>`};function _(n){return l`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor"
    stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${$t[n]}</svg>`}var Ve=v`
  .diagram { padding: 16px 24px 40px; }
  .patient { margin: 12px 0 0; padding: 8px 12px; max-height: none; border: 1px solid var(--line); border-radius: var(--radius); }
  .what-if { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 8px; margin-top: 8px; padding: 8px 12px; border-radius: 8px; background: var(--warn-soft); color: var(--warn); font-size: 13.5px; }
  .what-if span { flex: 1 1 200px; }
  .what-if .choice:not(.primary) { color: var(--ink); }
  .legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 14px 0 4px; font-size: 13px; color: var(--muted); }
  .key { display: inline-flex; align-items: center; gap: 7px; }
  .swatch { width: 14px; height: 11px; border-radius: 3px; border: 1.5px solid var(--accent); background: var(--accent-soft); }
  .open .swatch { border-style: dashed; border-color: var(--line-strong); background: none; }
  .excluded .swatch { border-color: var(--line); background: var(--raised); }

  .axis { display: grid; grid-template-columns: 132px minmax(0, 1fr); padding: 14px 0; border-top: 1px solid var(--line); }
  .axis h2 { align-self: start; position: relative; margin-top: 7px; font-size: 14px; font-weight: 600; line-height: 1.3; }
  .axis h2 span { position: relative; z-index: 1; display: inline-block; padding: 5px 10px; border-radius: 7px; background: var(--ink); color: var(--surface); }
  .axis h2::after { content: ""; position: absolute; inset: 14px 0 auto 0; border-top: 1.5px solid var(--line-strong); }
  .branches { display: grid; gap: 8px; }
  .branch { --wire: var(--line-strong); position: relative; padding-inline-start: 26px; }
  .branch::before { content: ""; position: absolute; inset: -9px auto auto 0; width: 22px; height: 32px; border: solid var(--wire); border-width: 0 0 1.5px 1.5px; border-end-start-radius: 9px; }
  .branch:not(:last-child)::after { content: ""; position: absolute; inset: -9px auto -8px 0; border-inline-start: 1.5px solid var(--line-strong); }
  .branch:first-child::before { inset-block-start: 21px; height: 1.5px; border-end-start-radius: 0; border-width: 0 0 1.5px; }
  .branch:first-child::after { inset-block-start: 21px; }
  .branch.open { display: grid; grid-template-columns: minmax(96px, max-content) minmax(0, 1fr); gap: 0 26px; }
  .decision { position: relative; display: grid; align-content: start; justify-items: start; gap: 4px; max-width: 168px; padding-top: 8px; }
  .decision::before { content: ""; position: absolute; inset: 21px 0 auto; border-top: 1.5px dashed var(--line-strong); }
  .fact.rest { border-style: dashed; border-color: var(--line-strong); color: var(--muted); }
  .fact { position: relative; min-height: 27px; padding: 3px 10px; border: 1.5px solid var(--accent); border-radius: 99px; background: var(--surface); color: var(--accent); font-size: 12.5px; font-weight: 550; line-height: 1.3; text-align: start; }
  .fact::first-letter { text-transform: uppercase; }
  .fact:hover { background: var(--accent); color: var(--on-accent); }
  .outcomes { display: grid; gap: 6px; }
  .outcomes li { position: relative; }
  .outcomes li::before { content: ""; position: absolute; inset: 21px 100% auto -26px; width: 26px; border-top: 1.5px dashed var(--line-strong); }
  .outcomes li + li::before { inset-block-start: -40px; inset-inline-start: -13px; width: 13px; height: 62px; border: dashed var(--line-strong); border-width: 0 0 1.5px 1.5px; border-end-start-radius: 9px; }

  .directive { padding: 7px 12px 8px; border: 1px solid var(--line); border-radius: 9px; background: var(--surface); font-size: 14px; line-height: 1.4; scroll-margin: 60px; }
  .directive.holds { border: 1.5px solid var(--accent); background: var(--accent-soft); }
  .directive.holds.avoid { border-color: var(--danger); background: var(--danger-soft); }
  .directive.open { border-style: dashed; border-color: var(--line-strong); }
  .directive.target { box-shadow: 0 0 0 3px var(--mark); }
  .directive .cite:not(:hover, [aria-expanded="true"]) { background: color-mix(in srgb, var(--accent) 9%, var(--surface)); }
  .directive-head { display: flex; gap: 8px; justify-content: space-between; font-size: 12px; color: var(--muted); }
  .strength { display: inline-flex; align-items: center; gap: 4px; font-weight: 600; color: var(--accent); }
  .strength .icon { width: 12px; height: 12px; }
  .avoid .strength { color: var(--danger); }
  .must .strength { text-transform: uppercase; letter-spacing: .04em; font-size: 11.5px; }
  .excluded .strength { color: var(--muted); }
  .directive-id { font-variant-numeric: tabular-nums; }
  .directive-title { font-weight: 550; text-wrap: pretty; }
  .directive-foot { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 2px 12px; margin-top: 2px; font-size: 12.5px; }
  .directive-foot .quiet { flex: 1 1 200px; }
  .when { font-style: italic; }
  .directive-sources { display: inline-flex; flex-wrap: wrap; gap: 3px; }
  .excluded details { border-radius: 8px; }
  .excluded summary { display: inline-flex; align-items: center; gap: 6px; min-height: 42px; padding: 2px 8px 2px 0; list-style: none; cursor: pointer; font-size: 13px; color: var(--muted); }
  .excluded summary::-webkit-details-marker { display: none; }
  .excluded summary:hover { color: var(--accent); }
  .excluded .directive { margin-bottom: 6px; background: var(--raised); }
  .excluded .directive-title { font-weight: 400; color: var(--muted); }

  @container (max-width: 620px) {
    .diagram { padding: 14px 16px 32px; }
    .axis { grid-template-columns: minmax(0, 1fr); gap: 8px; }
    .axis h2 { margin: 0; }
    .axis h2::after { display: none; }
    .branches { padding-inline-start: 10px; }
    .branch { padding-inline-start: 20px; }
    .branch::before { width: 16px; }
    .branch:first-child::before { inset-block-start: -9px; width: 16px; height: 32px; border-width: 0 0 1.5px 1.5px; border-end-start-radius: 9px; }
    .branch:first-child::after { inset-block-start: -9px; }
    .branch.open { grid-template-columns: minmax(0, 1fr); gap: 6px; }
    .decision { display: flex; flex-wrap: wrap; max-width: none; }
    .decision::before { display: none; }
    .outcomes { padding-inline-start: 18px; }
    .outcomes li::before, .outcomes li + li::before { inset-block-start: -7px; inset-inline-start: -12px; width: 12px; height: 28px; border: dashed var(--line-strong); border-width: 0 0 1.5px 1.5px; border-end-start-radius: 9px; }
  }
  @media (forced-colors: active) {
    .axis h2 span, .swatch, .directive { border: 1px solid; }
    .directive.open { border-style: dashed; }
  }
`;var M=v`
  .patient { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; max-height: 116px; padding: 8px 16px; overflow-y: auto; border-bottom: 1px solid var(--line); background: var(--raised); font-size: 13px; line-height: 1.4; }
  .patient-title { display: inline-flex; align-items: center; gap: 5px; margin-inline-end: 2px; color: var(--muted); }
  .chip { display: inline-flex; border: 1px solid var(--line); border-radius: 7px; background: var(--surface); }
  .chip:hover { border-color: var(--line-strong); }
  .chip-main { min-height: 26px; padding: 1px 2px 1px 9px; border: 0; border-radius: 6px; background: none; text-align: start; }
  .chip-main span, .choice, .fact-row .fact-question { display: inline-block; }
  .chip-main span::first-letter, .choice::first-letter, .fact-question::first-letter { text-transform: uppercase; }
  .chip-remove { display: grid; place-items: center; width: 24px; padding: 0; border: 0; border-radius: 6px; background: none; color: var(--muted); }
  .chip-remove .icon { width: 12px; height: 12px; }
  .chip-main:hover, .chip-remove:hover { color: var(--accent); }
  .chip-add { display: inline-flex; align-items: center; gap: 3px; min-height: 26px; padding: 0 9px 0 6px; border: 1px dashed var(--line-strong); border-radius: 7px; background: none; color: var(--muted); }
  .chip-add .icon { width: 13px; height: 13px; }
  .chip-add:hover { color: var(--accent); border-color: var(--accent); }

  [popover] { position: fixed; inset: auto; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); color: var(--ink); box-shadow: var(--shadow); font: 14px/1.5 var(--font); overflow: auto; }
  [popover].sheet { inset: auto 0 0 0; width: 100vw; max-width: none; max-height: 75dvh; border-radius: calc(var(--radius) + 4px) calc(var(--radius) + 4px) 0 0; padding-bottom: env(safe-area-inset-bottom); }
  .menu { padding: 5px; min-width: 190px; }
  .menu-item { display: block; width: 100%; padding: 6px 10px; border: 0; border-radius: 6px; background: none; text-align: start; }
  .menu-item:hover, .menu-item:focus-visible { background: var(--accent-soft); color: var(--accent); }
  .fact-menu { width: min(380px, calc(100vw - 16px)); max-height: min(440px, 70dvh); padding: 4px 14px 0; }
  .fact-row { padding: 10px 0; border-bottom: 1px solid var(--line); }
  .fact-question { margin-bottom: 6px; font-size: 13px; font-weight: 550; }
  .menu-note { padding: 8px 0 10px; font-size: 12px; color: var(--muted); }
  .card { width: min(400px, calc(100vw - 16px)); }
  .card-head { display: flex; align-items: center; gap: 9px; padding: 8px 8px 0 14px; font-size: 12.5px; color: var(--muted); }
  .card-path { flex: 1; line-height: 1.35; }
  .statement-id { font-size: 14px; font-weight: 650; color: var(--accent); font-variant-numeric: tabular-nums; }
  .card-body { padding: 6px 14px 10px; outline: 0; }
  .card-body .verbatim { margin-bottom: 7px; font-size: 15.5px; }
  .card-foot { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 12px; padding: 7px 14px; border-top: 1px solid var(--line); background: var(--raised); font-size: 12.5px; }
  .card-origin { flex: 1 1 150px; color: var(--muted); line-height: 1.35; }
  @media (forced-colors: active) {
    .chip { border: 1px solid; }
  }
`;var j=v`
  :host { display: block; font: 15px/1.55 var(--font); color: var(--ink); font-kerning: normal; container-type: inline-size; }
  .loading { padding: 24px; }
  .intro { max-width: 46em; color: var(--muted); font-size: 14px; text-wrap: pretty; }
  .interrupted { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 10px; margin: 16px 0; padding: 9px 12px; border-radius: 8px; background: var(--danger-soft); color: var(--danger); font-size: 14px; }
  .interrupted p { flex: 1 1 160px; }
  .interrupted .choice { color: var(--ink); }
  input:not([type="checkbox"]), textarea { width: 100%; padding: 7px 11px; border: 1px solid var(--line-strong); border-radius: 9px; background: var(--surface); }
  input:focus-visible, textarea:focus-visible { outline: 0; border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
  ::placeholder { color: var(--muted); opacity: 1; }
  @media (max-width: 559px) { input, textarea { font-size: 16px; } }
`;var O=v`
  :host {
    color-scheme: light dark;
    --accent: var(--guiderail-accent, light-dark(#0c5c66, #79c8d0));
    --on-accent: var(--guiderail-on-accent, light-dark(#ffffff, #06262a));
    --surface: var(--guiderail-surface, light-dark(#ffffff, #15181b));
    --ink: var(--guiderail-ink, light-dark(#1a1f24, #e6e9ec));
    --muted: var(--guiderail-muted, light-dark(#57616b, #9ba6b0));
    --raised: light-dark(color-mix(in srgb, var(--ink) 3.5%, var(--surface)), color-mix(in srgb, var(--ink) 5%, var(--surface)));
    --line: color-mix(in srgb, var(--ink) 13%, var(--surface));
    --line-strong: color-mix(in srgb, var(--ink) 50%, var(--surface));
    --accent-soft: color-mix(in srgb, var(--accent) 10%, var(--surface));
    --mark: color-mix(in srgb, var(--accent) 17%, var(--surface));
    --warn: light-dark(#855000, #e8b65f);
    --warn-soft: light-dark(#fdf5e6, #2c2415);
    --danger: light-dark(#a32a20, #f2a096);
    --danger-soft: light-dark(#fcefed, #33201e);
    --font: var(--guiderail-font, ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
    --serif: var(--guiderail-serif, ui-serif, "Iowan Old Style", Charter, "Source Serif 4", Cambria, Georgia, serif);
    --radius: var(--guiderail-radius, 10px);
    --shadow: 0 1px 2px light-dark(#1a1f2414, #0006), 0 8px 28px light-dark(#1a1f241f, #0009);
  }
  :host([theme="light"]) { color-scheme: light; }
  :host([theme="dark"]) { color-scheme: dark; }
  *, *::before, *::after { box-sizing: border-box; }
  button, textarea, input { font: inherit; color: inherit; letter-spacing: inherit; }
  button { cursor: pointer; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
  p, h2, h3, h4, h5, ul, ol, dl, dd, blockquote { margin: 0; padding: 0; }
  ul { list-style: none; }
  .icon { flex: none; }
  .spacer { flex: 1; }
  .quiet { color: var(--muted); }
  .vh { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; }
  }
`,H=v`
  .tool { display: inline-grid; place-items: center; width: 32px; height: 32px; padding: 0; border: 1px solid transparent; border-radius: 7px; background: none; color: var(--muted); }
  .tool.small { width: 28px; height: 28px; }
  .tool:hover:not(:disabled), .tool[aria-pressed="true"] { background: color-mix(in srgb, var(--ink) 7%, transparent); color: var(--ink); }
  .tool[aria-pressed="true"] { color: var(--accent); }
  .tool:disabled { opacity: .4; cursor: default; }
  .link { display: inline-flex; align-items: center; gap: 5px; padding: 3px 2px; border: 0; border-radius: 4px; background: none; color: var(--accent); white-space: nowrap; }
  .link:hover { text-decoration: underline; text-underline-offset: 3px; }
  .cite { display: inline-block; min-width: 24px; margin: 0; padding: 0 5px; border: 0; border-radius: 5px; background: var(--accent-soft); color: var(--accent); font-size: .8em; font-weight: 550; line-height: 1.5; font-variant-numeric: tabular-nums; text-align: center; vertical-align: .06em; }
  .cite:hover, .cite[aria-expanded="true"] { background: var(--accent); color: var(--on-accent); }
  .choices { display: flex; flex-wrap: wrap; gap: 6px; }
  .choice { min-height: 28px; padding: 3px 11px; border: 1px solid var(--line-strong); border-radius: 99px; background: var(--surface); line-height: 1.4; font-size: 13px; text-align: start; }
  .choice:hover { border-color: var(--accent); color: var(--accent); }
  .choice[aria-pressed="true"], .choice.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
  .choice.unknown { border-style: dashed; color: var(--muted); }
  .choice:disabled { opacity: .5; cursor: default; }
  .verbatim { font-family: var(--serif); font-size: 1.03em; line-height: 1.5; text-wrap: pretty; }
  .badges { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 4px 6px; font-size: 12px; color: var(--muted); }
  .badge { padding: 0 6px; border: 1px solid var(--line-strong); border-radius: 4px; color: var(--ink); line-height: 1.5; }
  .finding { display: grid; gap: 5px; padding: 10px 0; border-top: 1px solid var(--line); font-size: 14px; line-height: 1.5; }
  .finding-head { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; }
  .finding-number { display: inline-grid; place-items: center; min-width: 20px; height: 20px; border-radius: 99px; background: var(--danger); color: var(--surface); font-size: 12px; font-weight: 600; }
  .severity { padding: 0 6px; border-radius: 4px; font-size: 12px; line-height: 1.55; }
  .block .severity { background: var(--danger-soft); color: var(--danger); }
  .warn .severity { background: var(--warn-soft); color: var(--warn); }
  .warn .finding-number { background: var(--warn); }
  .said { padding-inline-start: 9px; border-inline-start: 2px solid var(--danger); color: var(--ink); }
  .warn .said { border-color: var(--warn); }
  .counter { padding: 6px 9px; border-radius: 6px; background: var(--raised); }
  .counter span { display: block; color: var(--muted); font-size: 12px; }
  .finding-sources { display: flex; flex-wrap: wrap; gap: 4px 6px; align-items: center; }
  @media (forced-colors: active) {
    .cite, .choice, .badge, .severity, .finding-number, .counter { border: 1px solid; }
    .choice[aria-pressed="true"], .cite[aria-expanded="true"] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  }
`;function Be({evidence:n,references:e},t){return!n?.level&&!n?.grade&&!e.length?p:l`<span class="badges">
    ${n?.level?l`<span class="badge">${t.get("level",{level:n.level})}</span>`:p}
    ${n?.grade?l`<span class="badge">${t.get("grade",{grade:n.grade})}</span>`:p}
    ${e.length?l`<span class="refs">${t.get("references",{n:e.length,list:e.join(", ")})}</span>`:p}
  </span>`}function Ke({id:n,text:e,references:t,evidence:i,section:r}){return{id:n,quote:e,references:t,evidence:i,section:typeof r=="string"?r:r.join(" > ")}}var Je={name:"Leitlinien-Assistent",launch:"Leitlinie fragen",welcome:"Fragen Sie diese Leitlinie",try:"Zum Beispiel",ask:"Frage stellen oder Patientin, Patienten beschreiben",follow_up:"Weiterfragen oder ergänzen, was Sie wissen",ask_label:"Ihre Frage",send:"Senden",stop:"Anhalten",no_names:"Für Fachpersonal. Bitte keine Namen oder Geburtsdaten.",notice:"Entscheidungshilfe für medizinisches Fachpersonal aus einer einzigen Leitlinie. Sie ersetzt nicht das klinische Urteil und ist nicht für Notfälle gedacht. Bitte keine Namen oder andere identifizierende Daten eingeben.",too_long:{one:"{n} Zeichen zu lang",other:"{n} Zeichen zu lang"},transcript:"Gespräch",turn:"Frage {n}",you_asked:"Ihre Frage:",again:"Erneut gefragt mit {facts}",waiting:"Die Leitlinie wird gelesen …",checking:"Der nächste Satz wird geprüft …",stopped:"Angehalten. Das Gezeigte hat die Prüfung bestanden, ist aber nicht vollständig.",unfinished:"Nicht vollständig",no_answer:"Keine Antwort.",retry:"Erneut fragen",error_gone:"Der Server ist nicht erreichbar. Ihre Frage bleibt erhalten.",error_token:"Ihre Anmeldung ist abgelaufen. Melden Sie sich im Portal neu an und fragen Sie erneut.",error_busy:"Der Server ist ausgelastet. Bitte gleich noch einmal fragen.",error_other:"Die Frage konnte nicht beantwortet werden.",error_rating:"Ihre Bewertung konnte nicht gespeichert werden.",back_again:"Der Server antwortet wieder.",new:"Neues Gespräch",new_done:"Neues Gespräch.",more:"Export und Druck",close:"Schließen",export_copy:"Gespräch kopieren",export_print:"Drucken …",export_md:"Als Markdown sichern",export_json:"Als JSON sichern",copied:"Kopiert.",not_copied:"Kopieren war nicht möglich.",copy:"Mit Quellen kopieren",version:"Version {version}",patient:"Patient",patient_none:"noch nichts bekannt",add_fact:"Angabe hinzufügen",change_fact:"{fact}: {value}. Ändern",forget_fact:"{fact} vergessen",unknown:"unbekannt",asks_again:"Eine Änderung stellt die letzte Frage erneut.",missing:"Was diese Antwort ändern würde",abstained:"Von dieser Leitlinie nicht erfasst.",covered:"Erfasst ist zum Beispiel:",statement:"Aussage {id}",statements:{one:"{n} Aussage",other:"{n} Aussagen"},open_reader:"In der Leitlinie öffnen",level:"Evidenz {level}",grade:"Grad {grade}",references:{one:"Literatur {list}",other:"Literatur {list}"},guardrail:"Prüfung",passed:{one:"Bestanden: gegen {n} Direktive geprüft",other:"Bestanden: gegen {n} Direktiven geprüft"},passed_plain:"Prüfung bestanden",revised:"Bei der Prüfung berichtigt.",revised_why:"Ein erster Entwurf enthielt etwas, das die Leitlinie nicht trägt; dies ist die berichtigte Antwort.",replaced:"Bei der Prüfung ersetzt.",replaced_why:"Der Entwurf hat nicht bestanden; diese Antwort ist aus den Aussagen der Leitlinie zusammengestellt.",withheld:"Diese Antwort hat die Prüfung nicht bestanden und wird nicht gezeigt.",show_findings:{one:"Was gefunden wurde",other:"Was gefunden wurde ({n})"},verdict_means:"Jeder Satz wurde gegen den Algorithmus der Leitlinie geprüft, für alle, auf die die Angaben oben zutreffen. Gezeigt wird nur, was bestanden hat.",drafted_by:"Verfasst von",drafted_guideline:"aus der Leitlinie zusammengestellt, ohne Sprachmodell",answer_id:"Antwort",version_guideline:"Leitlinie",version_algorithm:"Algorithmus",version_index:"Index",version_model:"Encoder",version_program:"Guiderail",kind_contradiction:"Widerspricht der Leitlinie",kind_unsupported:"Nicht in der Leitlinie",kind_quantity:"Andere Zahl",kind_citation:"Quelle passt nicht",kind_omission:"Zwingendes fehlt",severity_block:"blockiert",severity_warn:"Hinweis",rule:"Direktive {id}",counterexample:"Falsch wäre es zum Beispiel für diese Patientin, diesen Patienten:",otherwise_given:"(sonst wie angegeben)",as_given:"wie angegeben",see:"Siehe",rate_up:"Hilfreich",rate_down:"Nicht hilfreich",reason_title:"Was war nicht richtig?",reason_wrong:"Falsch",reason_missing:"Es fehlt etwas",reason_source:"Quelle passt nicht",reason_unclear:"Unklar",reason_scope:"Hätte antworten sollen",reason_placeholder:"In Ihren Worten (keine Patientendaten)",send_reason:"Senden",thanks:"Danke, mit dieser Antwort gespeichert.",origin:"{name}, aus: {title}, Version {version}",say_started:"Die Leitlinie wird gelesen.",say_done:{one:"Antwort vollständig, {n} Aussage zitiert.",other:"Antwort vollständig, {n} Aussagen zitiert."}},Ye={tagline:"Antworten aus einer Leitlinie, jede geprüft, bevor sie erscheint",skip:"Zum Gespräch",tab_chat:"Fragen",tab_guideline:"Leitlinie",tab_algorithm:"Algorithmus",tab_check:"Text prüfen",views:"Ansichten",language:"Sprache",theme:"Darstellung",theme_auto:"Automatisch",theme_light:"Hell",theme_dark:"Dunkel",search:"Leitlinie durchsuchen",found:{one:"{n} Aussage",other:"{n} Aussagen"},found_none:"Keine Aussage enthält diese Wörter.",contents:"Inhalt",cited:"In diesem Gespräch zitiert",only_cited:"Nur zitierte",copy_link:"Link zu Aussage {id} kopieren",link_copied:"Link kopiert.",used_by:"Direktiven",algorithm_intro:"Was der Algorithmus der Leitlinie für diese Angaben sagt. Was niemand angegeben hat, lässt jeden Wert möglich.",conversation:"Gespräch",more_facts:"+{n} Angaben",what_if:"Gezeigt für andere Angaben als die des Gesprächs.",reset_facts:"Zurück zu den Angaben des Gesprächs",ask_with:"Mit diesen Angaben erneut fragen",status_holds:"gilt",status_open:"offen",status_excluded:"gilt nicht",decides:"entscheidet",count_holds:{one:"{n} gilt",other:"{n} gelten"},count_open:"{n} offen",count_excluded:{one:"{n} gilt nicht",other:"{n} gelten nicht"},strength_must:"zwingend",strength_recommend:"empfohlen",strength_consider:"erwägen",strength_avoid:"vermeiden",plan:"der Plan enthält: {plan}",when:"Wann",sources:"Aussagen",check_intro:"Fügen Sie einen beliebigen Text ein: einen Brief, einen Entwurf, die Antwort eines anderen Assistenten. Er wird gegen den Algorithmus geprüft, für alle, auf die die Angaben zutreffen.",check_text:"Zu prüfender Text",check_question:"Frage, die er beantwortet (freiwillig)",check_patient:"Für die Angaben des Gesprächs prüfen",check_patient_none:"Das Gespräch hat noch keine Angaben",check:"Prüfen",checking:"Wird geprüft …",check_again:"Text bearbeiten",check_pass:"Bestanden",check_block:"Blockiert",pass_means:"Nichts in diesem Text widerspricht der Leitlinie.",block_means:{one:"{n} Befund blockiert diesen Text.",other:"{n} Befunde blockieren diesen Text."},notes:{one:"{n} Hinweis",other:"{n} Hinweise"},checked_text:"Der Text mit seinen Befunden",findings:"Befunde",finding:"Befund {n}",too_long:{one:"{n} Zeichen zu lang",other:"{n} Zeichen zu lang"},error:"Der Server ist nicht erreichbar.",error_check:"Der Text konnte nicht geprüft werden.",try_again:"Erneut versuchen",loading:"Wird geladen …"};var we={name:"Guideline assistant",launch:"Ask the guideline",welcome:"Ask this guideline",try:"For example",ask:"Ask a question, or describe a patient",follow_up:"Ask on, or add what you know",ask_label:"Your question",send:"Send",stop:"Stop",no_names:"For professionals. No names or dates of birth, please.",notice:"Decision support for healthcare professionals, from one guideline. It does not replace clinical judgement and is not for emergencies. Do not enter names or other identifying data.",too_long:{one:"{n} character too long",other:"{n} characters too long"},transcript:"Conversation",turn:"Question {n}",you_asked:"You asked:",again:"Asked again with {facts}",waiting:"Reading the guideline …",checking:"Checking the next sentence …",stopped:"Stopped. What is shown passed the guardrail but is not complete.",unfinished:"Not complete",no_answer:"No answer.",retry:"Ask again",error_gone:"The server cannot be reached. Your question is kept.",error_token:"Your sign-in has run out. Sign in to the portal again, then ask again.",error_busy:"The server is busy. Ask again in a moment.",error_other:"The question could not be answered.",error_rating:"Your rating could not be stored.",back_again:"The server answers again.",new:"New conversation",new_done:"New conversation.",more:"Export and print",close:"Close",export_copy:"Copy conversation",export_print:"Print …",export_md:"Save as Markdown",export_json:"Save as JSON",copied:"Copied.",not_copied:"Could not be copied.",copy:"Copy with citations",version:"Version {version}",patient:"Patient",patient_none:"no facts yet",add_fact:"Add fact",change_fact:"{fact}: {value}. Change",forget_fact:"Forget {fact}",unknown:"unknown",asks_again:"A change asks the last question again.",missing:"What would change this answer",abstained:"Not covered by this guideline.",covered:"What it does cover, for example:",statement:"Statement {id}",statements:{one:"{n} statement",other:"{n} statements"},open_reader:"Open in the guideline",level:"Level {level}",grade:"Grade {grade}",references:{one:"Reference {list}",other:"References {list}"},guardrail:"Guardrail",passed:{one:"Passed: checked against {n} directive",other:"Passed: checked against {n} directives"},passed_plain:"Passed the guardrail",revised:"Revised by the guardrail.",revised_why:"A first draft said something that the guideline does not support; this is the corrected answer.",replaced:"Replaced by the guardrail.",replaced_why:"The draft did not pass; this answer is composed from the guideline's own statements.",withheld:"This answer did not pass the guardrail and is not shown.",show_findings:{one:"What was found",other:"What was found ({n})"},verdict_means:"Every sentence was checked against the guideline's algorithm, for every patient who fits the facts above. Only what passed is shown.",drafted_by:"Drafted by",drafted_guideline:"composed from the guideline, no language model",answer_id:"Answer",version_guideline:"Guideline",version_algorithm:"Algorithm",version_index:"Index",version_model:"Encoder",version_program:"Guiderail",kind_contradiction:"Contradicts the guideline",kind_unsupported:"Not in the guideline",kind_quantity:"Different number",kind_citation:"Citation does not fit",kind_omission:"Leaves out what must be done",severity_block:"blocks",severity_warn:"note",rule:"Directive {id}",counterexample:"It would be wrong, for example, for this patient:",otherwise_given:"(otherwise as given)",as_given:"the patient as given",see:"See",rate_up:"Helpful",rate_down:"Not helpful",reason_title:"What was wrong?",reason_wrong:"Wrong",reason_missing:"Something is missing",reason_source:"Source does not fit",reason_unclear:"Unclear",reason_scope:"Should have answered",reason_placeholder:"In your words (no patient data)",send_reason:"Send",thanks:"Thank you, stored with this answer.",origin:"{name}, from: {title}, version {version}",say_started:"The guideline is being read.",say_done:{one:"Answer complete, {n} statement cited.",other:"Answer complete, {n} statements cited."}},ke={tagline:"Answers from one guideline, each checked before it is shown",skip:"To the conversation",tab_chat:"Ask",tab_guideline:"Guideline",tab_algorithm:"Algorithm",tab_check:"Check a text",views:"Views",language:"Language",theme:"Appearance",theme_auto:"Automatic",theme_light:"Light",theme_dark:"Dark",search:"Search the guideline",found:{one:"{n} statement",other:"{n} statements"},found_none:"No statement has these words.",contents:"Contents",cited:"Cited in this conversation",only_cited:"Cited only",copy_link:"Copy the link to statement {id}",link_copied:"Link copied.",used_by:"Directives",algorithm_intro:"What the guideline's algorithm says for this patient. A fact that nobody stated leaves every value possible.",conversation:"Conversation",more_facts:{one:"+{n} fact",other:"+{n} facts"},what_if:"Shown for other facts than the conversation's.",reset_facts:"Back to the conversation's patient",ask_with:"Ask again with these facts",status_holds:"holds",status_open:"open",status_excluded:"does not apply",decides:"decided by",count_holds:{one:"{n} holds",other:"{n} hold"},count_open:"{n} open",count_excluded:{one:"{n} does not apply",other:"{n} do not apply"},strength_must:"must",strength_recommend:"recommended",strength_consider:"consider",strength_avoid:"avoid",plan:"the plan contains: {plan}",when:"When",sources:"Statements",check_intro:"Paste any text: a letter, a draft, another assistant's answer. It is checked against the algorithm for every patient who fits the facts.",check_text:"Text to check",check_question:"Question that it answers (optional)",check_patient:"Check for the conversation's patient",check_patient_none:"The conversation has no patient yet",check:"Check",checking:"Checking …",check_again:"Edit the text",check_pass:"Passed",check_block:"Blocked",pass_means:"Nothing in this text contradicts the guideline.",block_means:{one:"{n} finding blocks this text.",other:"{n} findings block this text."},notes:{one:"{n} note",other:"{n} notes"},checked_text:"The text with its findings",findings:"Findings",finding:"Finding {n}",too_long:{one:"{n} character too long",other:"{n} characters too long"},error:"The server cannot be reached.",error_check:"The text could not be checked.",try_again:"Try again",loading:"Loading …"};var _t={en:we,de:Je},K=class n{constructor(e,t,i){this.language=e;this.table=t;this.fallback=i;this.rules=new Intl.PluralRules(e)}static of(e,t=_t){let i=e.toLowerCase().split("-")[0]??"",[r,a]=t[i]?[e,t[i]]:["en",t.en??{}];return new n(r,a,t.en??{})}static async from(e,t,i="chat",r=we){let a=await fetch(e);if(!a.ok)throw new Error(`The words file ${e} answered ${a.status}.`);return new n(t,(await a.json())[i]??{},r)}get(e,t={}){let i=this.table[e]??this.fallback[e]??e,r=t.n;return(typeof i=="string"?i:i[this.rules.select(Number(r))]??i.other??e).replace(/\{(\w+)\}/g,(s,o)=>o in t?String(t[o]):s)}};var Xe=[["en","English"],["de","Deutsch"]];function q(n){return K.of(n,{en:ke,de:Ye})}function et(n,e){return K.from(n,e,"portal",ke)}var A=class extends ${constructor(){super();this.onGo=()=>{};this.showStatement=(t,i)=>{let r=this.statements().get(t);r&&this.card.press(Ke(r),i)};this.keys=t=>{t.key==="Escape"&&this.card?.close(!0)};Object.assign(this,{theme:"auto",words:q("en"),guideline:null,patient:{},failed:!1})}static{this.properties={theme:{reflect:!0},words:{attribute:!1},chat:{attribute:!1},guideline:{attribute:!1},patient:{attribute:!1},failed:{state:!0}}}statements(){return new Map((this.guideline?.sections??[]).flatMap(({path:t,statements:i})=>i.map(r=>[r.id,{...r,section:t}])))}get card(){return this.renderRoot.querySelector("guiderail-card")}cardView(){return l`<guiderail-card class="card" .words=${this.chat.words} .config=${this.chat.config}
      .onReader=${t=>this.onGo({statement:t})}></guiderail-card>`}cite(t){return l`<button type="button" class="cite" aria-haspopup="dialog" aria-expanded="false" aria-label=${this.chat.words.get("statement",{id:t})}
      @click=${i=>this.showStatement(t,i.currentTarget)}>${t}</button>`}failure(t){return l`<div class="interrupted failed" role="alert"><p>${this.words.get("error")}</p>
      <button type="button" class="choice" @click=${t}>${this.words.get("try_again")}</button></div>`}};var tt=3,At=["holds","open","excluded"],ie=class extends A{constructor(){super();this.pending=null;this.load=async()=>{if(!this.chat?.config)return;this.pending?.abort();let t=this.pending=new AbortController;try{this.state=await this.chat.client.algorithm(this.facts,t.signal),this.failed=!1}catch{t.signal.aborted||(this.failed=!0)}};this.ask=()=>{this.chat.correct(this.tried)};Object.assign(this,{state:null,tried:{},target:"",unfolded:new Set})}static{this.styles=[O,H,M,j,Ve]}static{this.properties={state:{state:!0},tried:{state:!0},target:{state:!0},unfolded:{state:!0}}}async go(t){this.target=t,await this.load(),await this.updateComplete;let i=this.renderRoot.querySelector(`#${CSS.escape(`d-${t}`)}`),r=i?.closest("details");r&&(r.open=!0),i?.scrollIntoView({block:"center"}),i?.focus({preventScroll:!0})}get facts(){return Ie(this.patient,this.tried)}updated(t){t.has("patient")&&(this.tried={}),(t.has("patient")||t.has("tried")||t.has("chat")&&this.chat)&&this.load()}render(){let{words:t,state:i,chat:r}=this;if(this.failed)return this.failure(()=>{this.load()});if(!i||!r.config)return l`<p class="quiet loading">${t.get("loading")}</p>`;let a=Object.keys(this.tried).length>0;return l`
      <div class="diagram" @keydown=${this.keys}>
        <p class="intro">${t.get("algorithm_intro")}</p>
        <guiderail-patient .words=${r.words} .facts=${r.config.facts} .patient=${this.facts}
          .onCorrect=${s=>this.try(s)}></guiderail-patient>
        ${a?l`<div class="what-if"><span>${t.get("what_if")}</span>
          <button type="button" class="choice" @click=${()=>this.tried={}}>${t.get("reset_facts")}</button>
          ${r.answers.length?l`<button type="button" class="choice primary" @click=${this.ask}>${t.get("ask_with")}</button>`:p}</div>`:p}
        <p class="legend" role="status">${At.map(s=>l`<span class="key ${s}"><span class="swatch"></span>${t.get(`count_${s}`,{n:i.axes.flatMap(o=>o.directives).filter(o=>o.status===s).length})}</span>`)}</p>
        ${i.axes.map(s=>this.axis(s))}
        ${this.cardView()}
      </div>`}try(t){let i={...this.tried,...t},r=([a,s])=>(this.patient[a]??null)!==s;this.tried=Object.fromEntries(Object.entries(i).filter(r))}axis({axis:t,label:i,directives:r}){let a=o=>r.filter(c=>c.status===o),s=a("excluded");return l`
      <section class="axis" aria-labelledby="axis-${t}">
        <h2 id="axis-${t}"><span>${i}</span></h2>
        <ul class="branches">
          ${a("holds").map(o=>l`<li class="branch holds">${this.box(o)}</li>`)}
          ${St(a("open")).map(([o,c])=>l`<li class="branch open">
            <div class="decision"><span class="vh">${this.words.get("decides")}</span>${this.decisions(o)}</div>
            <ul class="outcomes">${c.map(d=>l`<li>${this.box(d)}</li>`)}</ul></li>`)}
          ${s.length?l`<li class="branch excluded"><details ?open=${s.some(({id:o})=>o===this.target)}>
            <summary>${_("block")}${this.words.get("count_excluded",{n:s.length})}</summary>
            ${s.map(o=>this.box(o))}</details></li>`:p}
        </ul>
      </section>`}decisions(t){let i=t.join(" "),a=(t.length<=tt+1||this.unfolded.has(i)?t:t.slice(0,tt)).map(o=>this.decision(o)),s=t.length-a.length;return s?[...a,l`<button type="button" class="fact rest" @click=${()=>this.unfolded=new Set([...this.unfolded,i])}>${this.words.get("more_facts",{n:s})}</button>`]:a}decision(t){let i=this.chat.config?.facts.find(r=>r.name===t)?.label??t;return l`<button type="button" class="fact" aria-haspopup="dialog" @click=${r=>this.renderRoot.querySelector("guiderail-patient").choose(t,r.currentTarget)}>${i}?</button>`}box({id:t,title:i,strength:r,status:a,when:s,plan:o,sources:c}){let{words:d}=this;return l`
      <article id="d-${t}" tabindex="-1" class="directive ${a} ${r} ${this.target===t?"target":""}" aria-label="${t}: ${i}">
        <p class="directive-head"><span class="strength">${r==="avoid"?_("block"):p}${d.get(`strength_${r}`)}</span>
          <span class="vh">${d.get(`status_${a}`)}</span><span class="directive-id">${t}</span></p>
        <p class="directive-title">${i}</p>
        <p class="directive-foot"><span class="quiet"><span class="when">${d.get("when")}</span> ${o?d.get("plan",{plan:o}):s}</span>
          <span class="directive-sources"><span class="vh">${d.get("sources")}</span>${c.map(h=>this.cite(h))}</span></p>
      </article>`}};function St(n){let e=new Map;for(let t of n){let i=[...t.open_by].sort().join(" "),r=e.get(i);r?r[1].push(t):e.set(i,[t.open_by,[t]])}return[...e.values()].sort(([t],[i])=>t.length-i.length)}function Et(n,e){let t=new Map(e.map((i,r)=>[i.name,r]));return Object.entries(n).sort(([i],[r])=>(t.get(i)??e.length)-(t.get(r)??e.length)).map(([i,r])=>{let a=e[t.get(i)??-1],s=a?.label??i,o=a?.values.find(c=>c.value===r)?.label??r??"";return{name:i,label:s,value:r??"",valueLabel:o}})}function ne(n,e,t="?"){return Et(n,e).map(({label:i,valueLabel:r})=>r||`${i}: ${t}`).join(", ")}function it(n,{words:e,facts:t,onStatement:i,onRule:r,given:a,number:s}){let o=Object.entries(n.counterexample??{}),c=Object.fromEntries(o.filter(([h,u])=>a[h]!==u)),d=Object.keys(c).length<o.length;return l`
    <div class="finding ${n.severity}">
      <p class="finding-head">
        ${s?l`<span class="finding-number">${s}</span>`:p}
        <strong>${e.get(`kind_${n.kind}`)}</strong>
        <span class="severity">${e.get(`severity_${n.severity}`)}</span>
      </p>
      ${n.text?l`<blockquote class="said">${n.text}</blockquote>`:p}
      <p>${n.message}</p>
      ${o.length?l`<p class="counter"><span>${e.get("counterexample")}</span>
        <strong>${ne(c,t)}</strong> ${d?e.get(Object.keys(c).length?"otherwise_given":"as_given"):p}</p>`:p}
      ${n.sources.length||n.rule?l`<p class="finding-sources"><span class="quiet">${e.get("see")}</span>
        ${n.sources.map(h=>l`<button type="button" class="cite" data-id=${h}
          aria-label=${e.get("statement",{id:h})} aria-haspopup="dialog" aria-expanded="false"
          @click=${u=>i(h,u.currentTarget)}>${h}</button>`)}
        ${n.rule?Ct(n.rule,e,r):p}</p>`:p}
    </div>`}function Ct(n,e,t){let i=e.get("rule",{id:n});return t?l`<button type="button" class="link" @click=${()=>t(n)}>${i}</button>`:l`<span class="quiet">${i}</span>`}var nt=v`
  .checker { padding: 16px 24px 40px; }
  .label { display: block; margin: 14px 0 4px; font-size: 13px; font-weight: 550; }
  textarea { min-height: 180px; resize: vertical; line-height: 1.55; }
  .over { color: var(--danger); font-size: 13px; }
  .actions { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 10px 16px; margin-top: 14px; font-size: 13.5px; }
  .actions .primary { min-height: 34px; padding-inline: 20px; font-size: 14px; }
  .check { display: flex; flex: 1 1 240px; align-items: baseline; gap: 8px; line-height: 1.4; }
  .check input { accent-color: var(--accent); margin: 0; }
  .verdict { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 10px; padding: 10px 14px; border-radius: var(--radius); font-size: 14.5px; }
  .verdict p { flex: 1 1 220px; }
  .verdict .icon { width: 20px; height: 20px; }
  .verdict.pass { background: var(--accent-soft); color: var(--accent); }
  .verdict.block { background: var(--danger-soft); color: var(--danger); }
  .verdict .choice { color: var(--ink); }
  .split { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 4fr); gap: 28px; margin-top: 16px; }
  .split > section:only-child { grid-column: 1 / -1; }
  .checked { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 15.5px; line-height: 1.7; }
  .checked mark { padding: 1px 0; background: var(--danger-soft); color: inherit; text-decoration: underline; text-decoration-color: var(--danger); text-decoration-thickness: 2px; text-underline-offset: 4px; }
  .checked mark.warn { background: var(--warn-soft); text-decoration-color: var(--warn); text-decoration-style: dotted; }
  .checked mark.active { background: color-mix(in srgb, var(--danger) 26%, var(--surface)); }
  .checked mark.warn.active { background: color-mix(in srgb, var(--warn) 26%, var(--surface)); }
  .tie { white-space: nowrap; }
  .mark-number { min-width: 24px; height: 24px; margin-inline: 3px 1px; padding: 0 6px; border: 0; border-radius: 99px; background: var(--danger); color: var(--surface); font-size: 12px; font-weight: 600; line-height: 1; vertical-align: 1px; }
  .mark-number.warn { background: var(--warn); }
  .findings { display: grid; gap: 10px; list-style: none; }
  .findings li { padding: 0 13px; border: 1px solid var(--line); border-radius: var(--radius); scroll-margin: 12px; }
  .findings li.active { border-color: var(--line-strong); background: var(--raised); }
  .findings .finding { border: 0; }
  .findings .said { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; color: var(--muted); font-size: 13px; }
  @container (max-width: 620px) {
    .checker { padding: 14px 16px 32px; }
    .split { grid-template-columns: minmax(0, 1fr); gap: 18px; }
  }
  @media (forced-colors: active) {
    .verdict, .mark-number { border: 1px solid; }
    .checked mark { forced-color-adjust: none; background: Mark; color: MarkText; }
  }
`;function re(n,e){let t=[...n],i=e.map(s=>({span:s,start:rt(s.start,t.length),end:rt(s.end,t.length)})),a=[...new Set([0,t.length,...i.flatMap(({start:s,end:o})=>[s,o])])].sort((s,o)=>s-o);return a.slice(1).map((s,o)=>{let c=a[o]??0;return{text:t.slice(c,s).join(""),within:i.filter(d=>d.start<=c&&s<=d.end&&d.start<d.end).map(d=>d.span)}})}function rt(n,e){return Math.min(Math.max(n,0),e)}var Pt=5e4,se=class extends A{constructor(){super();this.checkedFor={};this.edit=async()=>{this.verdict=null,await this.updateComplete,this.renderRoot.querySelector("textarea")?.focus()};Object.assign(this,{text:"",question:"",forPatient:!0,verdict:null,checking:!1,problem:"",active:0})}static{this.styles=[O,H,M,j,nt]}static{this.properties={text:{state:!0},question:{state:!0},forPatient:{state:!0},verdict:{state:!0},checking:{state:!0},problem:{state:!0},active:{state:!0}}}render(){return l`<div class="checker" @keydown=${this.keys}>
      ${this.verdict?this.result(this.verdict):this.form()}
      <p class="vh" role="status">${this.checking?this.words.get("checking"):this.verdict?this.summary(this.verdict):""}</p>
      <p class="vh" role="alert">${this.problem}</p>
      ${this.cardView()}</div>`}form(){let{words:t,text:i,patient:r,chat:a}=this,s=a.config?.facts??[],o=Object.keys(r).length>0,c=i.length-(a.config?.limits?.text??Pt);return l`
      <form @submit=${this.submit}>
        <p class="intro">${t.get("check_intro")}</p>
        <label class="label" for="text">${t.get("check_text")}</label>
        <textarea id="text" rows="10" .value=${i} @input=${d=>this.text=d.target.value}
          @keydown=${d=>d.key==="Enter"&&(d.ctrlKey||d.metaKey)&&this.submit(d)}></textarea>
        ${c>0?l`<p class="over">${t.get("too_long",{n:c})}</p>`:p}
        <label class="label" for="question">${t.get("check_question")}</label>
        <input id="question" .value=${this.question} @input=${d=>this.question=d.target.value} />
        <div class="actions">
          <label class="check ${o?"":"quiet"}"><input type="checkbox" .checked=${o&&this.forPatient} ?disabled=${!o}
            @change=${d=>this.forPatient=d.target.checked} />
            <span>${o?l`${t.get("check_patient")}: <span class="quiet">${ne(r,s)}</span>`:t.get("check_patient_none")}</span></label>
          <button type="submit" class="choice primary" ?disabled=${!i.trim()||c>0||this.checking}>${t.get(this.checking?"checking":"check")}</button>
        </div>
        ${this.problem?l`<p class="interrupted failed">${_("warn")}${this.problem}</p>`:p}
      </form>`}async submit(t){if(t.preventDefault(),!(!this.text.trim()||this.checking)){Object.assign(this,{checking:!0,problem:"",active:0});try{this.checkedFor=this.forPatient?this.patient:{},this.verdict=await this.chat.client.check(this.text,this.question.trim()||null,this.checkedFor),await this.updateComplete,this.renderRoot.querySelector(".verdict")?.focus()}catch(i){this.problem=i instanceof B&&i.problem.detail||this.words.get("error_check")}this.checking=!1}}summary({verdict:t,findings:i}){let r=i.filter(({severity:o})=>o==="block").length,a=i.length-r,s=t==="pass"?this.words.get("pass_means"):this.words.get("block_means",{n:r});return a?`${s} ${this.words.get("notes",{n:a})}.`:s}result(t){let{words:i,chat:r}=this,a=t.verdict==="pass";return l`
      <div class="verdict ${t.verdict}" tabindex="-1">${_(a?"rail":"warn")}
        <p><strong>${i.get(a?"check_pass":"check_block")}</strong> ${this.summary(t)}</p>
        <button type="button" class="choice" @click=${this.edit}>${i.get("check_again")}</button></div>
      <div class="split">
        <section aria-label=${i.get("checked_text")}><p class="checked">${this.marked(t.findings)}</p></section>
        ${t.findings.length?l`<section aria-label=${i.get("findings")}><ol class="findings">${t.findings.map((s,o)=>l`
          <li id="finding-${o+1}" tabindex="-1" class=${this.active===o+1?"active":""}
            @pointerenter=${()=>this.active=o+1} @focusin=${()=>this.active=o+1}>${it(s,{words:r.words,facts:r.config?.facts??[],given:this.checkedFor,onStatement:this.showStatement,onRule:c=>this.onGo({directive:c}),number:o+1})}</li>`)}</ol></section>`:p}
      </div>`}marked(t){let i=t.map((a,s)=>({...a,number:s+1})),r=0;return re(this.text,i).map(({text:a,within:s})=>{if(r+=[...a].length,!s.length)return l`${a}`;let o=s.filter(({end:m})=>m===r),c=s.some(m=>m.severity==="block")?"block":"warn",d=s.some(({number:m})=>m===this.active),h=m=>l`<mark class="${c} ${d?"active":""}"
        @pointerenter=${()=>this.active=s.at(-1)?.number??0}>${m}</mark>`;if(!o.length)return h(a);let[,u="",x=""]=/^(.*?)(\S*\s*)$/s.exec(a)??[];return l`${u?h(u):p}<span class="tie">${h(x)}${o.map(m=>this.numberButton(m))}</span>`})}numberButton({number:t,severity:i}){return l`<button type="button" class="mark-number ${i}" aria-label=${this.words.get("finding",{n:t})}
      @click=${()=>this.toFinding(t)}>${t}</button>`}toFinding(t){this.active=t;let i=this.renderRoot.querySelector(`#finding-${t}`);i?.scrollIntoView({block:"nearest"}),i?.focus({preventScroll:!0})}};async function st(n){try{return await navigator.clipboard.writeText(n),!0}catch{let e=document.createElement("textarea");e.value=n,document.body.append(e),e.select();let t=document.execCommand("copy");return e.remove(),t}}var at=v`
  .bar { position: sticky; top: 0; z-index: 1; display: flex; align-items: center; gap: 8px; padding: 12px 24px; background: var(--surface); border-bottom: 1px solid var(--line); }
  .bar .search { flex: 1; }
  .bar .choice { flex: none; min-height: 34px; }
  .columns { display: grid; grid-template-columns: 168px minmax(0, 1fr); gap: 0 28px; padding: 4px 24px 40px; }
  .contents { position: sticky; top: 74px; align-self: start; max-height: calc(100cqh - 80px); padding-top: 18px; font-size: 13px; line-height: 1.35; }
  .contents button { width: 100%; padding: 5px 8px; border: 0; border-radius: 6px; background: none; color: var(--muted); text-align: start; }
  .contents button:hover { background: var(--accent-soft); color: var(--accent); }
  .text { max-width: 46em; }
  h2 { scroll-margin-top: 70px; margin: 26px 0 4px; padding-bottom: 5px; border-bottom: 1px solid var(--line); font-size: 17px; font-weight: 650; letter-spacing: -.01em; line-height: 1.3; outline-offset: 4px; }
  .text > h2:first-child { margin-top: 16px; }
  h3 { margin: 16px 0 0; font-size: 13px; font-weight: 600; color: var(--muted); }
  .statement { position: relative; display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 8px; padding: 8px 0; scroll-margin: 80px; }
  .statement { margin-inline: -10px; padding-inline: 10px; border-radius: 8px; }
  .statement.target { background: var(--mark); }
  .statement .verbatim { font-size: 16px; }
  .statement-link { padding-top: 2px; color: var(--muted); font-size: 13px; font-weight: 600; font-variant-numeric: tabular-nums; text-decoration: none; }
  .statement-link:hover { color: var(--accent); text-decoration: underline; text-underline-offset: 3px; }
  .cited::before { content: ""; position: absolute; inset: 8px auto 8px -4px; width: 3px; border-radius: 3px; background: var(--accent); }
  .cited .statement-link { color: var(--accent); }
  .under { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 12px; margin-top: 2px; font-size: 12px; color: var(--muted); }
  .cited-mark { display: inline-flex; align-items: center; gap: 3px; color: var(--accent); }
  .cited-mark .icon { width: 12px; height: 12px; }
  .users { display: inline-flex; flex-wrap: wrap; gap: 4px; }
  .rule { min-width: 24px; min-height: 24px; padding: 0 5px; border: 0; border-radius: 4px; background: none; color: var(--muted); font-size: 12px; font-variant-numeric: tabular-nums; }
  .rule:hover { background: var(--accent-soft); color: var(--accent); }
  mark { border-radius: 2px; background: light-dark(#ffe9a8, #5b4a12); color: inherit; }
  @container (max-width: 620px) {
    .bar { padding: 10px 16px; }
    .columns { grid-template-columns: minmax(0, 1fr); padding: 0 16px 32px; }
    .contents { display: none; }
    .statement { grid-template-columns: 34px minmax(0, 1fr); }
  }
  @media print { .bar, .contents { display: none; } }
`;var ae=class extends A{constructor(){super();this.onRetry=()=>{};Object.assign(this,{cited:new Set,directives:[],target:"",query:"",onlyCited:!1,copied:""})}static{this.styles=[O,H,M,j,at]}static{this.properties={cited:{attribute:!1},directives:{attribute:!1},target:{attribute:!1},query:{state:!0},onlyCited:{state:!0},copied:{state:!0}}}async go(t){Object.assign(this,{target:t,query:"",onlyCited:!1}),await this.updateComplete;let i=this.renderRoot.querySelector(`#${CSS.escape(`s-${t}`)}`);i?.scrollIntoView({block:"center"}),i?.focus({preventScroll:!0})}willUpdate(t){t.has("cited")&&!this.cited.size&&(this.onlyCited=!1)}render(){let{words:t,guideline:i,query:r,onlyCited:a,cited:s}=this;if(this.failed)return this.failure(this.onRetry);if(!i)return l`<p class="quiet loading">${t.get("loading")}</p>`;let o=this.found(),c=o.reduce((d,{statements:h})=>d+h.length,0);return l`
      <div class="bar">
        <input type="search" class="search" aria-label=${t.get("search")} placeholder=${t.get("search")} .value=${r}
          @input=${d=>this.query=d.target.value} />
        ${s.size?l`<button type="button" class="choice" aria-pressed=${a} title=${t.get("cited")}
          @click=${()=>this.onlyCited=!a}>${t.get("only_cited")} · ${s.size}</button>`:p}
      </div>
      <p class="vh" role="status">${r?t.get("found",{n:c}):this.copied?t.get("link_copied"):""}</p>
      <div class="columns">
        ${this.contents(i.sections)}
        <div class="text" lang=${this.chat.config?.language??p}>
          ${c?o.map((d,h)=>this.section(d,o[h-1])):l`<p class="quiet">${t.get("found_none")}</p>`}
        </div>
      </div>`}found(){let{guideline:t,query:i,onlyCited:r,cited:a}=this,s=i.toLowerCase().split(/\s+/).filter(Boolean),o=({id:c,text:d},h)=>{let u=`${c} ${d} ${h.join(" ")}`.toLowerCase();return s.every(x=>u.includes(x))&&(!r||a.has(c))};return(t?.sections??[]).map(({path:c,statements:d})=>({path:c,statements:d.filter(h=>o(h,c))})).filter(({statements:c})=>c.length)}contents(t){let i=[...new Map(t.map(r=>[r.path[0]??"",r])).keys()];return l`<nav class="contents" aria-label=${this.words.get("contents")}><ul>${i.map(r=>l`<li>
      <button type="button" @click=${()=>this.toSection(r)}>${r}</button></li>`)}</ul></nav>`}toSection(t){Object.assign(this,{query:"",onlyCited:!1}),this.updateComplete.then(()=>{let i=[...this.renderRoot.querySelectorAll("h2")].find(r=>r.textContent===t);i?.scrollIntoView({block:"start"}),i?.focus({preventScroll:!0})})}section({path:t,statements:i},r){let[a,...s]=t;return l`
      ${a!==r?.path[0]?l`<h2 tabindex="-1">${a}</h2>`:p}
      ${s.length?l`<h3>${s.join(" › ")}</h3>`:p}
      ${i.map(o=>this.statement(o))}`}statement(t){let{words:i,target:r,cited:a}=this,{id:s}=t,o=this.directives.filter(({sources:c})=>c.includes(s));return l`
      <article id="s-${s}" tabindex="-1" class="statement ${a.has(s)?"cited":""} ${r===s?"target":""}"
        aria-label=${this.chat.words.get("statement",{id:s})}>
        <a class="statement-link" href="#s-${s}" aria-label=${i.get("copy_link",{id:s})}
          @click=${()=>{this.copyLink(s)}}>${s}</a>
        <div>
          <p class="verbatim">${this.marked(t.text)}</p>
          <p class="under">${Be(t,this.chat.words)}
            ${a.has(s)?l`<span class="cited-mark" title=${i.get("cited")}>${_("check")}<span>${i.get("cited")}</span></span>`:p}
            ${o.length?l`<span class="users"><span class="vh">${i.get("used_by")}</span>${o.map(c=>l`
              <button type="button" class="rule ${c.strength}" title=${c.title} aria-label="${c.id}: ${c.title}"
                @click=${()=>this.onGo({directive:c.id})}>${c.id}</button>`)}</span>`:p}</p>
        </div>
      </article>`}marked(t){let i=this.query.toLowerCase().split(/\s+/).filter(s=>s.length>1);if(!i.length)return t;let r=t.toLowerCase(),a=i.flatMap(s=>[...r.matchAll(new RegExp(Tt(s),"g"))].map(({index:o})=>({start:[...r.slice(0,o)].length,end:[...r.slice(0,o+s.length)].length})));return l`${re(t,a).map(s=>s.within.length?l`<mark>${s.text}</mark>`:s.text)}`}async copyLink(t){this.copied=await st(`${location.origin}${location.pathname}#s-${t}`)?t:""}};function Tt(n){return n.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")}customElements.define("guiderail-reader",ae);customElements.define("guiderail-algorithm",ie);customElements.define("guiderail-checker",se);var N=["ask","guideline","algorithm","check"],Rt=4e3,b=n=>document.querySelector(n),f=b("guiderail-chat"),w=b("guiderail-reader"),_e=b("guiderail-algorithm"),Lt=b("guiderail-checker"),J=[w,_e,Lt],R=N.map(n=>b(`#tab-${n}`)),S=q("en");function oe(n,e){try{return e!==void 0&&sessionStorage.setItem(`guiderail.page.${n}`,e),sessionStorage.getItem(`guiderail.page.${n}`)}catch{return e??null}}function ot(n){document.documentElement.dataset.theme=n;for(let e of[f,...J])e.theme=n;b("#theme").value=oe("theme",n)??n}async function ct(n){S=f.wordsFile?await et(f.wordsFile,n).catch(()=>q(n)):q(n),document.documentElement.lang=S.language,f.lang=S.language,f.heading=S.get("conversation");for(let e of document.querySelectorAll("[data-word]"))e.textContent=S.get(e.dataset.word);for(let e of document.querySelectorAll("[data-label]"))e.setAttribute("aria-label",S.get(e.dataset.label));await f.updateComplete;for(let e of J)e.words=S,e.requestUpdate();b("#language").value=oe("language",S.language.split("-")[0]??"")??""}function Z(n,e=!1){let{dataset:t}=document.body;t.tab=n,n!=="ask"&&(t.view=n);let i=matchMedia("(min-width: 900px)").matches,r=n==="ask"&&i?t.view??"guideline":n;N.forEach((a,s)=>{let o=a===r;R[s]?.setAttribute("aria-selected",String(o)),R[s]&&(R[s].tabIndex=o?0:-1)}),e&&R[N.indexOf(n)]?.focus()}function Ae(){let n=decodeURIComponent(location.hash.slice(1));n.startsWith("s-")?(Z("guideline"),w.go(n.slice(2))):n.startsWith("d-")?(Z("algorithm"),_e.go(n.slice(2))):Z(N.find(e=>e===n)??"ask")}function lt(n){let e="statement"in n?`#s-${n.statement}`:`#d-${n.directive}`;location.hash===e?Ae():location.hash=e}async function Se(){try{let{client:n}=f,[e,t]=await Promise.all([n.guideline(),n.algorithm({})]);for(let i of J)i.guideline=e;w.directives=t.axes.flatMap(({directives:i})=>i),w.failed=!1,await w.updateComplete,location.hash.length>1&&Ae()}catch{w.failed=!0,setTimeout(()=>w.failed&&void Se(),Rt)}}function zt(){w.cited=new Set(f.answers.flatMap(({citations:n})=>n.map(({id:e})=>e)))}for(let n of J)Object.assign(n,{chat:f,onGo:lt});w.onRetry=()=>{Se()};var $e=b("#language");$e.append(...Xe.map(([n,e])=>new Option(e,n)));$e.addEventListener("change",()=>{ct($e.value)});b("#theme").addEventListener("change",n=>ot(n.target.value));R.forEach((n,e)=>{n.addEventListener("click",()=>location.hash=`#${N[e]??""}`),n.addEventListener("keydown",({key:t})=>{let i=R.filter(s=>s.offsetParent!==null),r={ArrowRight:1,ArrowLeft:-1}[t],a=r&&i[(i.indexOf(n)+r+i.length)%i.length];a&&(location.hash=`#${N[R.indexOf(a)]??""}`,a.focus())})});addEventListener("hashchange",Ae);matchMedia("(min-width: 900px)").addEventListener("change",()=>Z(document.body.dataset.tab??"ask"));f.addEventListener("guiderail-ready",()=>{let{guideline:n}=f.config??{};b("#title").textContent=n?.title??"",b("#population").textContent=`${n?.population??""} · ${f.words.get("version",{version:n?.version??""})}`,document.title=`${n?.title??""} · ${f.config?.name??""}`,Se(),_e.load()});f.addEventListener("guiderail-patient",n=>{let{patient:e}=n.detail;for(let t of J)t.patient=e;zt()});f.addEventListener("guiderail-statement",n=>{n.preventDefault(),lt({statement:n.detail.id})});ot(oe("theme")??"auto");ct(new URLSearchParams(location.search).get("lang")??oe("language")??navigator.language);Z("ask");})();
