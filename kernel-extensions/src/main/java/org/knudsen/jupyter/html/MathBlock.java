package org.knudsen.jupyter.html;

import org.commonmark.node.CustomBlock;

/** A formula that stands on lines of its own. */
final class MathBlock extends CustomBlock {
  private String tex = "";

  String tex() {
    return tex;
  }

  void setTex(String newTex) {
    tex = newTex;
  }
}
