package org.knudsen.jupyter.html;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Reads {@code $...$} and {@code $$...$$} inside a paragraph. An opening dollar is followed by, and
 * a closing one preceded by, something that is no blank, and no digit follows: prices stay text.
 */
final class MathInlineParser implements InlineContentParser {

  /** Whether there is no closing mark of one, or two, dollars in the rest of this text. */
  private final boolean[] exhausted = new boolean[3];

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    int dollars = scanner.matchMultiple('$');
    if (dollars > 2
        || exhausted[dollars]
        || (dollars == 1 && Character.isWhitespace(scanner.peek()))) {
      return ParsedInline.none();
    }
    Position start = scanner.position();
    while (scanner.find('$') >= 0) {
      Position end = scanner.position();
      int before = scanner.peekPreviousCodePoint();
      int closing = scanner.matchMultiple('$');
      boolean fits =
          dollars == 2 || !(Character.isWhitespace(before) || Character.isDigit(scanner.peek()));
      if (before != '\\' && closing == dollars && fits) {
        String tex = scanner.getSource(start, end).getContent();
        return ParsedInline.of(new MathNode(tex.strip(), dollars == 2), scanner.position());
      }
    }
    exhausted[dollars] = true;
    return ParsedInline.none();
  }

  /** Tries at every dollar. */
  static final class Factory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$');
    }

    @Override
    public InlineContentParser create() {
      return new MathInlineParser();
    }
  }
}
