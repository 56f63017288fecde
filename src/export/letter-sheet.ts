/** A stretch of text at its place on the page: points from the left and top edge, `y` is the baseline. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
}

export interface PlacedRule {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The letter as it stands on screen: what is seen there is what the file holds, line by line. */
export interface LetterSheet {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
  readonly rules: readonly PlacedRule[];
}
