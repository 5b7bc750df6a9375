package org.knudsen.notebook.help;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The documentation in sources that travel with their classes: a jar has that of {@code a.b.C} as
 * {@code META-INF/sources/a/b/C.java}. JShell itself looks only at the sources of the JDK.
 */
final class SourceDocs {
  private final Supplier<ClassLoader> loader;

  /**
   * @param loader of the classes that cells know
   */
  SourceDocs(Supplier<ClassLoader> loader) {
    this.loader = loader;
  }

  /** What is written about a name, as HTML; empty where there is no source, or nothing in it. */
  Optional<String> html(Signature name) {
    String outer = name.type();
    while (!outer.isEmpty()) {
      String path = "META-INF/sources/" + outer.replace('.', '/') + ".java";
      try (InputStream in = loader.get().getResourceAsStream(path)) {
        if (in != null) {
          String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          return new Parsed(source).html(name);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(path, e);
      }
      outer = outer.substring(0, Math.max(0, outer.lastIndexOf('.')));
    }
    return Optional.empty();
  }

  /** A comment as it stands in a source, as HTML. */
  static String html(String comment) {
    Signature name = new Signature("A", "", List.of(), false, "");
    return new Parsed("/**" + comment + "*/ class A {}").html(name).orElse("");
  }

  /** One file of source. */
  private static final class Parsed {
    private final DocTrees docs;
    private final CompilationUnitTree unit;

    Parsed(String source) {
      JavaFileObject file =
          new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
              return source;
            }
          };
      JavacTask task =
          (JavacTask)
              ToolProvider.getSystemJavaCompiler()
                  .getTask(null, null, found -> {}, List.of("-proc:none"), null, List.of(file));
      docs = DocTrees.instance(task);
      try {
        unit = task.parse().iterator().next();
      } catch (IOException e) {
        throw new UncheckedIOException("a text in memory cannot be read", e);
      }
    }

    Optional<String> html(Signature name) {
      TreePath type = new TreePath(unit);
      String nested = name.type();
      String own = unit.getPackage() == null ? "" : unit.getPackage().getPackageName() + ".";
      for (String simple : nested.substring(own.length()).split("\\.")) {
        Optional<TreePath> below =
            member(
                type,
                tree -> tree instanceof ClassTree c && c.getSimpleName().contentEquals(simple));
        if (below.isEmpty()) {
          return Optional.empty();
        }
        type = below.get();
      }
      Optional<DocCommentTree> ofType = comment(type);
      if (name.member().isEmpty()) {
        return ofType.map(JavadocHtml::of);
      }
      Optional<String> found =
          member(type, tree -> is(tree, name)).flatMap(this::comment).map(JavadocHtml::of);
      return found.or(() -> ofType.flatMap(comment -> component(comment, name)));
    }

    private Optional<DocCommentTree> comment(TreePath path) {
      return Optional.ofNullable(docs.getDocCommentTree(path));
    }

    private static Optional<TreePath> member(TreePath path, Predicate<Tree> wanted) {
      List<? extends Tree> members =
          path.getLeaf() instanceof ClassTree type
              ? type.getMembers()
              : path.getCompilationUnit().getTypeDecls();
      return members.stream().filter(wanted).findFirst().map(tree -> new TreePath(path, tree));
    }

    private static boolean is(Tree tree, Signature name) {
      if (tree instanceof VariableTree field) {
        return !name.callable() && field.getName().contentEquals(name.member());
      }
      return tree instanceof MethodTree method
          && name.callable()
          && (method.getReturnType() == null
              ? isConstructor(name)
              : method.getName().contentEquals(name.member()))
          && method.getParameters().stream()
              .map(parameter -> Signature.simpleType(parameter.getType().toString()))
              .toList()
              .equals(name.parameterTypes());
    }

    private static boolean isConstructor(Signature name) {
      return ("." + name.type()).endsWith("." + name.member());
    }

    /** A record says at itself what its constructor and its methods are about. */
    private static Optional<String> component(DocCommentTree ofType, Signature name) {
      if (isConstructor(name)) {
        return Optional.of(JavadocHtml.of(ofType));
      }
      return ofType.getBlockTags().stream()
          .filter(tag -> tag.getKind() == DocTree.Kind.PARAM)
          .map(ParamTree.class::cast)
          .filter(tag -> tag.getName().getName().contentEquals(name.member()))
          .map(tag -> JavadocHtml.of(tag.getDescription()))
          .findFirst();
    }
  }
}
