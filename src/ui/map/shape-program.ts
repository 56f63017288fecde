import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

/** What the stage gives every node beside sigma's own display data. */
export interface ShapedNode extends NodeDisplayData {
  /** Index into SHAPES of graph/drawing.ts. */
  readonly shape: number;
}

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform mat3 u_matrix;
varying vec4 v_color;
varying float v_soft;
varying float v_shape;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  gl_PointSize = max(a_size / u_sizeRatio, 1.2) * u_pixelRatio * 2.4;
  v_soft = 1.5 / gl_PointSize;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

/*
 * Signed distances, negative inside, in a square of side 1 around 0 (y down):
 *   0 me      disc with a ring       3 hr       square
 *   1 person  disc                   4 company  ring
 *   2 manager diamond                5 target   triangle
 */
const FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
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
  vec2 at = gl_PointCoord - vec2(0.5);
  #ifdef PICKING_MODE
  gl_FragColor = length(at) < 0.5 ? v_color : vec4(0.0);
  #else
  float cover = clamp(0.5 - shapeDistance(at) / v_soft, 0.0, 1.0);
  gl_FragColor = v_color * cover;
  #endif
}`;

const UNIFORMS = ['u_sizeRatio', 'u_pixelRatio', 'u_matrix'] as const;

/**
 * All our node shapes in one point program: one vertex a node (sigma's disc program needs three), shapes as
 * distance functions, so that 30,000 nodes stay one cheap draw call.
 */
export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  override drawLabel = undefined;
  override drawHover = () => {};

  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext;
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: POINTS,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_shape', size: 1, type: FLOAT },
      ],
    };
  }

  processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData): void {
    const { array } = this;
    array[start] = data.x;
    array[start + 1] = data.y;
    array[start + 2] = data.size;
    array[start + 3] = floatColor(data.color);
    array[start + 4] = nodeIndex;
    array[start + 5] = (data as ShapedNode).shape;
  }

  setUniforms({ sizeRatio, pixelRatio, matrix }: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations['u_pixelRatio'] ?? null, pixelRatio);
    gl.uniform1f(uniformLocations['u_sizeRatio'] ?? null, sizeRatio);
    gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, matrix);
  }
}
