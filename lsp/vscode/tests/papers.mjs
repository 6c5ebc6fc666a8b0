/** Writes the papers that the tests open. Everything in them is made up. */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const BOARD = `# Winter plan: progress and next steps

## Summary

This paper updates the Board with regard to the UEC winter plan and seeks approval for a winter fund of £2.4m.
The direction of travel is positive, but NCTR numbers are still above plan.

The ICB has worked with system partners in order to agree four schemes. They will expand SDEC at both hospitals.

## Involvement

VCSE groups helped us to contact communities that are hard to reach, including farm workers. The SRO 😀 asked for a deep dive prior to winter.

We will triangulate the findings with complaints and incident data.
`;

const WINTER = `# Winter plan: progress and next steps

This paper updates the Board with regard to the UEC winter plan.
NCTR numbers are still above plan, and we expect them to fall by March.

## What has been done

The ICB has worked with system partners in order to agree four schemes. They will open 24 beds for people who go home the same day.

VCSE groups helped us to contact communities that are hard to reach.

## Next steps

We will triangulate the findings with complaints and incident data.
The SRO will bring a deep dive to the next meeting.
`;

const NOTES = `Notes of the ward meeting

The ICB will utilise the new rota prior to June. We discussed it with stakeholders.
`;

const PAGE = `<!doctype html>
<html lang="en-GB"><head><title>Your visit</title></head>
<body><h1>Your visit</h1><p>The MDT will triangulate your notes prior to the visit.</p></body></html>
`;

const TERMS = ["stakeholders", "a deep dive", "the direction of travel", "system partners", "the MTFS", "NCTR numbers"];

/** Return about 300 pages, no two paragraphs alike. */
function long() {
  const parts = ["# A long paper\n"];
  for (let section = 1; section <= 162; section++) {
    parts.push(`\n## Section ${section}\n`);
    for (let paragraph = 1; paragraph <= 10; paragraph++) {
      const term = TERMS[(section + paragraph) % TERMS.length];
      parts.push(
        `\nThe group met ${section * 10 + paragraph} times last year to talk about ${term}, and asked the teams to say what had been done at each of the sites. ` +
          `It was agreed that the plan for ward ${section} should be looked at again in week ${paragraph}, once the people who use the service had told us what matters most to them. ` +
          "In order to do this the team will write to each family, and will give them time to answer. Nobody has to reply, and no care depends on it. " +
          "The next meeting will hear what was said.\n",
      );
    }
  }
  return parts.join("");
}

/** Write all papers into a folder. One that isn't trusted has programs in it, which leave a file behind if they run. */
export function papers(folder, trusted) {
  const write = (name, text, mode) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text, { mode });
  };
  write("winter-plan.md", WINTER);
  write("board.md", BOARD);
  write("fixes.md", BOARD);
  write("safe.md", BOARD);
  write("notes.txt", NOTES);
  write("page.html", PAGE);
  write("long.md", long());
  write("broken/paper.md", BOARD);
  write("broken/plainspeak.yaml", "profile: leaflet-for-everyone\n");
  if (!trusted) {
    const program = `#!/bin/sh\ntouch '${folder}/ran'\n`;
    write(".venv/bin/python", program, 0o755);
    write("tools/python", program, 0o755);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the editor puts the folder there
    write(".vscode/settings.json", JSON.stringify({ "plainspeak.interpreter": "${workspaceFolder}/tools/python" }));
  }
}
