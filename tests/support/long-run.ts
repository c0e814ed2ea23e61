/** Whether every proof is to run in full (INTERLINEAR_LONG=1): some take minutes, and a part of each shows most mistakes. */
export const LONG_RUN = process.env['INTERLINEAR_LONG'] === '1';
