/** All of the chat's style, as constructable sheets: nothing inline, so a strict policy has nothing to refuse. */

import { floating } from './floating';
import { frame } from './frame';
import { pieces, tokens } from './tokens';
import { transcript } from './transcript';

export const sheets = [tokens, pieces, floating, frame, transcript];
