/** Two rows of three take a point to shares of the target's sides, from its lower left corner. */
const TO_CLIP = /* glsl */ `
attribute vec2 a_position;
uniform vec3 u_right;
uniform vec3 u_up;

vec4 toClip() {
  vec3 at = vec3(a_position, 1.0);
  return vec4(vec2(dot(u_right, at), dot(u_up, at)) * 2.0 - 1.0, 0.0, 1.0);
}`;

export const NODE_VERTEX = /* glsl */ `
${TO_CLIP}
attribute vec2 a_look;
attribute vec4 a_colour;
uniform float u_scale;
uniform float u_pixelRatio;
varying vec4 v_colour;
varying float v_soft;
varying float v_shape;

void main() {
  gl_Position = toClip();
  gl_PointSize = max(a_look.x * u_scale, 1.2) * u_pixelRatio * 2.4;
  v_soft = 1.5 / gl_PointSize;
  v_shape = a_look.y;
  v_colour = a_colour;
}`;

/*
 * Signed distances, negative inside, in a square of side 1 around 0 (y down):
 *   0 me      disc with a ring       3 hr       square
 *   1 person  disc                   4 company  ring
 *   2 manager diamond                5 target   triangle
 */
export const NODE_FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_colour;
varying float v_soft;
varying float v_shape;

float shapeDistance(vec2 at) {
  float r = length(at);
  if (v_shape < 0.5) return r < 0.33 ? r - 0.25 : abs(r - 0.43) - 0.055;
  if (v_shape < 1.5) return r - 0.41;
  if (v_shape < 2.5) return (abs(at.x) + abs(at.y) - 0.49) * 0.7071;
  if (v_shape < 3.5) return max(abs(at.x), abs(at.y)) - 0.35;
  if (v_shape < 4.5) return abs(r - 0.37) - 0.09;
  return max(abs(at.x) * 0.866 - at.y * 0.5 - 0.2, at.y - 0.33);
}

void main() {
  float cover = clamp(0.5 - shapeDistance(gl_PointCoord - vec2(0.5)) / v_soft, 0.0, 1.0);
  gl_FragColor = v_colour * cover;
}`;

export const LINE_VERTEX = /* glsl */ `
${TO_CLIP}
void main() {
  gl_Position = toClip();
}`;

/** Red, green and blue stand for the three standings; a sheet takes their colours when it is laid. */
export const LINE_FRAGMENT = /* glsl */ `
precision mediump float;
uniform vec4 u_which;

void main() {
  gl_FragColor = u_which;
}`;

export const SHEET_VERTEX = /* glsl */ `
${TO_CLIP}
varying vec2 v_at;

void main() {
  gl_Position = toClip();
  v_at = a_position;
}`;

export const SHEET_FRAGMENT = /* glsl */ `
precision mediump float;
uniform sampler2D u_sheet;
uniform vec3 u_line0;
uniform vec3 u_line1;
uniform vec3 u_line2;
varying vec2 v_at;

void main() {
  vec4 which = texture2D(u_sheet, v_at);
  gl_FragColor = vec4(which.r * u_line0 + which.g * u_line1 + which.b * u_line2, which.a);
}`;
