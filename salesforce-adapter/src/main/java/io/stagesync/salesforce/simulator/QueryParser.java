package io.stagesync.salesforce.simulator;

import io.stagesync.salesforce.simulator.ParsedQuery.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands the part of SOQL that a connector needs. */
final class QueryParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:('(?:[^'\\\\]|\\\\.)*')|([A-Za-z0-9_][A-Za-z0-9_.:+\\-]*)|(<=|>=|!=|<>|[=<>(),]))");

  private final World world;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  private QueryParser(World world, String text) {
    this.world = world;
    var matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        if (text.substring(at).isBlank()) {
          break;
        }
        throw SoapFault.malformed("unexpected token at " + at);
      }
      tokens.add(matcher.group().strip());
      at = matcher.end();
    }
  }

  /**
   * Reads a query.
   *
   * @throws SoapFault as Salesforce would refuse it
   */
  static ParsedQuery parse(World world, String text) {
    return new QueryParser(world, text).query();
  }

  private ParsedQuery query() {
    expect("SELECT");
    var names = new ArrayList<String>();
    boolean count = false;
    do {
      var name = take();
      if (name.equalsIgnoreCase("COUNT") && is("(")) {
        expect("(");
        expect(")");
        count = true;
      } else {
        names.add(name);
      }
    } while (accept(","));
    expect("FROM");
    var table = world.readable(take());
    if (names.size() != names.stream().distinct().count()) {
      throw SoapFault.malformed("duplicate field selected");
    }
    var columns = names.stream().map(n -> ColumnPath.resolve(world, table, n)).toList();
    var where = accept("WHERE") ? or(table) : null;
    var order = new ArrayList<ColumnPath>();
    var descending = new ArrayList<Boolean>();
    if (accept("ORDER")) {
      expect("BY");
      do {
        order.add(ColumnPath.resolve(world, table, take()));
        boolean down = accept("DESC");
        if (!down) {
          accept("ASC");
        }
        descending.add(down);
      } while (accept(","));
    }
    int limit = accept("LIMIT") ? Integer.parseInt(take()) : Integer.MAX_VALUE;
    if (next < tokens.size()) {
      throw SoapFault.malformed("unexpected token: " + tokens.get(next));
    }
    return new ParsedQuery(table, count, columns, where, order, descending, limit);
  }

  private Condition or(SimTable table) {
    var left = and(table);
    while (accept("OR")) {
      var first = left;
      var second = and(table);
      left = row -> first.test(row) || second.test(row);
    }
    return left;
  }

  private Condition and(SimTable table) {
    var left = simple(table);
    while (accept("AND")) {
      left = Conditions.both(left, simple(table));
    }
    return left;
  }

  private Condition simple(SimTable table) {
    if (accept("(")) {
      var inner = or(table);
      expect(")");
      return inner;
    }
    var column = ColumnPath.resolve(world, table, take());
    var operator = take().toUpperCase(Locale.ROOT);
    if (operator.equals("IN")) {
      expect("(");
      var values = new ArrayList<@Nullable String>();
      do {
        values.add(literal());
      } while (accept(","));
      expect(")");
      return Conditions.in(world, column, values);
    }
    return Conditions.compare(world, column, operator, literal());
  }

  private @Nullable String literal() {
    var token = take();
    if (token.startsWith("'")) {
      return token
          .substring(1, token.length() - 1)
          .replaceAll("\\\\([nr])", " ")
          .replaceAll("\\\\(.)", "$1");
    }
    if (token.equalsIgnoreCase("null")) {
      return null;
    }
    return token.matches("\\d{4}-\\d\\d-\\d\\dT.*") ? Stamps.normal(token) : token;
  }

  private boolean is(String token) {
    return next < tokens.size() && tokens.get(next).equalsIgnoreCase(token);
  }

  private boolean accept(String token) {
    if (is(token)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw SoapFault.malformed(
          "expecting "
              + token
              + ", found "
              + (next < tokens.size() ? tokens.get(next) : "the end"));
    }
  }

  private String take() {
    if (next >= tokens.size()) {
      throw SoapFault.malformed("unexpected end of the query");
    }
    return tokens.get(next++);
  }
}
