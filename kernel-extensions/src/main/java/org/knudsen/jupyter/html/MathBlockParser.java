package org.knudsen.jupyter.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Reads formulas between lines that start with {@code $$} or are a LaTeX environment, as Jupyter
 * does. They are taken out before Markdown looks at the lines, because a line of a formula that
 * starts with a minus sign would become a list.
 */
final class MathBlockParser extends AbstractBlockParser {
  private static final Pattern ENVIRONMENT = Pattern.compile("\\\\begin\\{([a-zA-Z]+\\*?)}");

  private final MathBlock block = new MathBlock();
  private final StringBuilder text = new StringBuilder();
  private final String end;

  /** Whether the opening and closing marks belong to the formula, as those of environments do. */
  private final boolean keepMarks;

  private boolean closed;

  private MathBlockParser(String end, boolean keepMarks) {
    this.end = end;
    this.keepMarks = keepMarks;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    return closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void addLine(SourceLine line) {
    text.append(line.getContent()).append('\n');
    int from = keepMarks ? 0 : 2;
    closed = text.length() > from && text.indexOf(end, from) >= 0;
  }

  @Override
  public void closeBlock() {
    String all = text.toString().strip();
    if (keepMarks) {
      block.setTex(all);
    } else {
      int last = all.length() > 2 ? all.lastIndexOf(end) : -1;
      block.setTex(all.substring(2, last < 2 ? all.length() : last).strip());
    }
  }

  /** Starts a block at a line that is nothing but a formula or its beginning. */
  static final class Factory extends AbstractBlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      if (state.getIndent() >= 4) {
        return BlockStart.none(); // indented code
      }
      int index = state.getNextNonSpaceIndex();
      String line = state.getLine().getContent().toString().substring(index);
      if (line.startsWith("$$")) {
        int close = line.indexOf("$$", 2);
        // Text after the closing mark makes it a formula inside a paragraph.
        return close >= 0 && !line.substring(close + 2).isBlank()
            ? BlockStart.none()
            : BlockStart.of(new MathBlockParser("$$", false)).atIndex(index);
      }
      Matcher environment = ENVIRONMENT.matcher(line);
      return environment.lookingAt()
          ? BlockStart.of(new MathBlockParser("\\end{" + environment.group(1) + "}", true))
              .atIndex(index)
          : BlockStart.none();
    }
  }
}
