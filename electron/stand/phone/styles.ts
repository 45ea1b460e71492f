/** Looks of the phone page and of the control page: quiet, readable at 390 px, unmistakably a training tool. */
export const PHONE_STYLES = `
:root {
  color-scheme: light;
  --ink: #10222b;
  --quiet: #51646d;
  --paper: #ffffff;
  --ground: #eef3f4;
  --line: #d5dfe2;
  --accent: #006a74;
  --accent-dark: #00525a;
  --danger: #a3231c;
  --warn: #fff3cd;
}
* { box-sizing: border-box; margin: 0; }
body {
  background: #cdd8dc;
  color: var(--ink);
  font: 16px/1.45 Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
.phone {
  display: flex;
  flex-direction: column;
  min-height: 100vh;
  max-width: 430px;
  margin: 0 auto;
  background: var(--ground);
  box-shadow: 0 0 32px rgb(16 34 43 / 0.18);
}
.test-strip {
  padding: 6px 16px;
  background: repeating-linear-gradient(-45deg, #ffd84d 0 14px, #ffe891 14px 28px);
  color: #3a2b00;
  font-size: 13px;
  font-weight: 700;
  text-align: center;
}
.top {
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 12px;
  padding: 12px 16px;
  background: var(--accent);
  color: #fff;
}
.app-name { font-weight: 700; font-size: 18px; }
.languages { display: flex; gap: 4px; }
.languages a { color: #fff; padding: 6px 8px; border-radius: 8px; text-decoration: none; font-size: 14px; }
.languages a[aria-current] { background: #fff; color: var(--accent-dark); font-weight: 700; }
.holder {
  display: flex;
  align-items: center;
  gap: 12px;
  padding: 10px 16px;
  background: var(--paper);
  border-bottom: 1px solid var(--line);
}
.holder img, .person img { border-radius: 8px; object-fit: cover; flex: none; }
.holder-name { font-weight: 600; line-height: 1.25; }
.holder .change { margin-left: auto; font-size: 14px; text-align: right; }
main { flex: 1; padding: 16px; display: flex; flex-direction: column; gap: 12px; }
h1 { font-size: 24px; line-height: 1.2; letter-spacing: -0.01em; }
h2 { font-size: 15px; color: var(--quiet); margin-top: 8px; }
.card h2, .card h3 { font-size: 17px; color: var(--ink); margin: 0; line-height: 1.3; }
.quiet { color: var(--quiet); font-size: 14px; }
a { color: var(--accent-dark); }
ul { list-style: none; padding: 0; }
.cards, .people { display: flex; flex-direction: column; gap: 12px; }
.people { gap: 8px; }
.card {
  display: flex;
  flex-direction: column;
  gap: 10px;
  padding: 16px;
  background: var(--paper);
  border: 1px solid var(--line);
  border-radius: 16px;
}
.person {
  display: flex;
  align-items: center;
  gap: 12px;
  padding: 10px 12px;
  background: var(--paper);
  border: 1px solid var(--line);
  border-radius: 12px;
  color: inherit;
  text-decoration: none;
}
.person:hover { border-color: var(--accent); }
.person span { display: block; }
.person strong { font-weight: 600; }
label { display: block; font-weight: 600; font-size: 14px; margin-bottom: 6px; }
.inline { display: flex; gap: 8px; }
input, select {
  width: 100%;
  min-height: 44px;
  padding: 8px 12px;
  border: 1px solid #7c8f97;
  border-radius: 10px;
  background: #fff;
  color: inherit;
  font: inherit;
}
input[name='code'] { font-size: 24px; letter-spacing: 0.3em; font-variant-numeric: tabular-nums; }
input[aria-invalid] { border-color: var(--danger); border-width: 2px; }
button, .button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  min-height: 44px;
  padding: 8px 16px;
  border: 1px solid #7c8f97;
  border-radius: 10px;
  background: #fff;
  color: var(--ink);
  font: inherit;
  font-weight: 600;
  text-decoration: none;
  cursor: pointer;
}
button:hover, .button:hover { background: var(--ground); }
.main-action { background: var(--accent); border-color: var(--accent); color: #fff; }
.main-action:hover { background: var(--accent-dark); }
.danger { color: var(--danger); border-color: var(--danger); }
:focus-visible { outline: 3px solid #ff9b21; outline-offset: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; }
.actions button, .actions .button { padding: 8px 12px; }
.message form { display: flex; flex-direction: column; gap: 10px; }
.access { align-items: center; text-align: center; }
.access .actions { justify-content: center; }
.qr { width: 100%; max-width: 300px; background: #fff; }
.qr svg { display: block; width: 100%; height: auto; shape-rendering: crispEdges; }
.code strong { display: block; font-size: 40px; line-height: 1.1; letter-spacing: 0.08em; font-variant-numeric: tabular-nums; }
.left strong { font-size: 20px; font-variant-numeric: tabular-nums; }
.ending .left strong { color: var(--danger); }
progress { width: 100%; max-width: 300px; height: 8px; accent-color: var(--accent); }
.warning { background: var(--warn); border-radius: 10px; padding: 10px 12px; font-size: 14px; text-align: left; }
.over { font-size: 20px; font-weight: 700; }
.portrait { border-radius: 10px; align-self: center; }
.facts { display: grid; gap: 8px; }
.facts dt { color: var(--quiet); font-size: 13px; }
.facts dd { overflow-wrap: anywhere; }
.sms { display: grid; gap: 8px; background: var(--ground); border-radius: 12px; padding: 10px 12px; overflow-wrap: anywhere; }
.state { font-weight: 600; }
.wrong { color: var(--danger); font-weight: 600; }
.sections {
  position: sticky;
  bottom: 0;
  display: grid;
  grid-template-columns: repeat(4, 1fr);
  background: var(--paper);
  border-top: 1px solid var(--line);
}
.sections a { padding: 14px 4px; text-align: center; text-decoration: none; font-size: 13px; color: var(--quiet); border-top: 3px solid transparent; }
.sections a[aria-current] { color: var(--accent-dark); font-weight: 700; border-top-color: var(--accent); }
.badge { display: inline-block; min-width: 20px; padding: 0 6px; border-radius: 10px; background: var(--danger); color: #fff; font-size: 12px; font-weight: 700; }
.switches { display: grid; gap: 14px; }
.switches fieldset { border: 1px solid var(--line); border-radius: 12px; padding: 12px; display: grid; gap: 6px; }
.switches legend { font-weight: 600; padding: 0 4px; }
.switches .check { display: flex; align-items: center; gap: 8px; font-weight: 400; margin: 0; }
.switches .check input { width: 20px; min-height: 20px; }
`;
