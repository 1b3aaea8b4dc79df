package io.stagesync.app.references;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.app.references.References.Skipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects that nobody should trust, and texts that look like a word and are none. */
class StrangeProjectsTest {
  private static final List<Wanted> WORDS =
      List.of(
          new Wanted("Open", Set.of("status"), List.of()),
          new Wanted("Working - Contacted", Set.of("status"), List.of()),
          new Wanted("R&D, \"new\"", Set.of("status"), List.of()));

  @TempDir Path folder = Path.of("");

  private References search() throws IOException {
    return ProjectFolder.search(folder, WORDS);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> rule(String formula) throws IOException {
    write(
        "objects/Lead/validationRules/R.validationRule-meta.xml",
        "<ValidationRule><fullName>R</fullName><errorConditionFormula>"
            + formula
            + "</errorConditionFormula></ValidationRule>");
    return search().found().stream().map(r -> r.certainty() + " " + r.wanted().text()).toList();
  }

  @Test
  void aWordInsideOfALongerOneIsNone() throws IOException {
    assertThat(rule("ISPICKVAL(Status, \"Reopen\") || Status = \"Open-ended\"")).isEmpty();
    assertThat(rule("TEXT(Status) = \"Working - Contacted twice\""))
        .containsExactly("possible Working - Contacted");
    assertThat(rule("TEXT(Status) = \"Reworking - Contacted\"")).isEmpty();
    assertThat(rule("TEXT(Status) = \"Working - Contacteds\"")).isEmpty();
    assertThat(rule("ISPICKVAL(Status, \"OPEN\")")).containsExactly("certain Open");
  }

  @Test
  void aFieldInsideOfALongerNameIsNotTheField() throws IOException {
    assertThat(rule("ISPICKVAL(Status__c, \"Working - Contacted\")"))
        .containsExactly("likely Working - Contacted");
  }

  @Test
  void escapedCharactersAreReadAsWhatTheyStandFor() throws IOException {
    assertThat(rule("TEXT(Status) = &apos;R&amp;D, &quot;new&quot;&apos;"))
        .containsExactly("certain R&D, \"new\"");
  }

  @Test
  void apexLiteralsWithEscapesAreReadAsWhatTheyStandFor() throws IOException {
    write("classes/LeadA.cls", "if (l.Status == 'R&D, \\\"new\\\"') {}");
    assertThat(search().found()).hasSize(1);
  }

  @Test
  void pathsAndTranslationsOfTheFieldAreFound() throws IOException {
    write(
        "pathAssistants/Lead_Path.pathAssistant-meta.xml",
        "<PathAssistant><entityName>Lead</entityName><fieldName>Status</fieldName>"
            + "<pathAssistantSteps>\n<picklistValueName>Open</picklistValueName>"
            + "</pathAssistantSteps></PathAssistant>");
    write(
        "objectTranslations/Lead-de/Status.fieldTranslation-meta.xml",
        "<CustomFieldTranslation><name>Status</name><picklistValues>"
            + "<masterLabel>Open</masterLabel><translation>Offen</translation></picklistValues>"
            + "</CustomFieldTranslation>");
    assertThat(search().found())
        .extracting(r -> r.certainty() + " " + r.kind() + " " + r.line())
        .containsExactlyInAnyOrder("certain path 2", "certain translation 1");
  }

  @Test
  void aFieldOfTheSameNameOnAnotherObjectIsAnotherField() throws IOException {
    write(
        "objects/Opportunity/fields/Status.field-meta.xml",
        "<CustomField><fullName>Status</fullName><label>Lead Status</label><valueSet>"
            + "<valueSetDefinition><value><fullName>Open</fullName><label>Open</label></value>"
            + "</valueSetDefinition></valueSet></CustomField>");
    write(
        "objects/Case/listViews/L.listView-meta.xml",
        "<ListView><filters><field>Status</field><value>Open</value></filters>"
            + "<label>Lead cases</label></ListView>");
    assertThat(search().found()).isEmpty();
  }

  @Test
  void aSingleWordInRunningTextIsNoReference() throws IOException {
    write("classes/LeadA.cls", "// Open leads are open. Status matters.\nclass LeadA {}");
    write(
        "objects/Lead/fields/A__c.field-meta.xml",
        "<CustomField><fullName>A__c</fullName><description>Open, see Status</description>"
            + "</CustomField>");
    assertThat(search().found()).isEmpty();
  }

  @Test
  void aDocumentTypeIsRefusedAndNothingOfItIsFetched() throws IOException {
    write("secret.txt", "Working - Contacted");
    write(
        "flows/Evil.flow",
        "<?xml version=\"1.0\"?><!DOCTYPE Flow [<!ENTITY x SYSTEM \"file://"
            + folder.resolve("secret.txt")
            + "\">]><Flow><value>&x;</value></Flow>");
    write(
        "flows/Bomb.flow",
        "<?xml version=\"1.0\"?><!DOCTYPE Flow [<!ENTITY a \"Working - Contacted\"><!ENTITY b"
            + " \"&a;&a;\">]><Flow><value>&b;</value></Flow>");
    assertThat(search().found()).isEmpty();
    assertThat(search().skipped())
        .extracting(Skipped::file)
        .containsExactlyInAnyOrder("flows/Evil.flow", "flows/Bomb.flow");
  }

  @Test
  void brokenAndDeepFilesAreNamedAndTheRestIsRead() throws IOException {
    write("flows/Torn.flow-meta.xml", "<Flow><value>Working - Contacted</val");
    write("flows/Deep.flow-meta.xml", "<a>".repeat(200) + "</a>".repeat(200));
    write("flows/Empty.flow-meta.xml", "");
    write("classes/LeadA.cls", "class LeadA { String s = 'Working - Contacted; }\n");
    write("classes/LeadB.cls", "String s = lead.Status + 'Working - Contacted';");
    assertThat(search().found())
        .extracting(r -> r.certainty() + " " + r.file())
        .containsExactly("certain classes/LeadB.cls");
    assertThat(search().skipped())
        .extracting(Skipped::file, Skipped::why)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "flows/Torn.flow-meta.xml", "is no metadata that can be read: line 1"))
        .hasSize(3);
    assertThat(search().files()).as("files read").isEqualTo(2);
  }

  @Test
  void linksLargeFilesAndFilesThatAreNoTextAreNotRead() throws IOException {
    var outside = Files.createTempFile("outside", ".cls");
    Files.writeString(outside, "String s = lead.Status + 'Working - Contacted';");
    Files.createSymbolicLink(folder.resolve("link.cls"), outside);
    Files.createSymbolicLink(folder.resolve("folder"), outside.getParent());
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    Files.write(folder.resolve("logo.png"), new byte[] {1, 0, 2});
    Files.write(
        folder.resolve("huge.cls"),
        "'Working - Contacted' ".repeat(600_000).getBytes(StandardCharsets.UTF_8));
    write("node_modules/a.js", "'Working - Contacted'");
    try {
      assertThat(search().found()).isEmpty();
      assertThat(search().files()).isZero();
      assertThat(search().skipped())
          .extracting(s -> s.file() + " " + s.why())
          .containsExactlyInAnyOrder(
              "link.cls is a link",
              "folder is a link",
              "loop is a link",
              "logo.png is no text",
              "huge.cls is larger than 10 MiB");
    } finally {
      Files.delete(outside);
    }
  }

  @Test
  void aByteOrderMarkAndWindowsLinesKeepTheLines() throws IOException {
    write(
        "flows/Bom.flow-meta.xml",
        "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<Flow>\r\n<filters>\r\n<field>Status"
            + "</field>\r\n<value><stringValue>Open</stringValue></value>\r\n</filters>\r\n"
            + "<object>Lead</object></Flow>\r\n");
    write("classes/LeadA.cls", "// lead\r\n\r\nif (l.Status == 'Open') {\r\n}");
    assertThat(search().found())
        .extracting(r -> r.file() + ":" + r.line() + " " + r.certainty())
        .containsExactlyInAnyOrder(
            "classes/LeadA.cls:3 certain", "flows/Bom.flow-meta.xml:5 certain");
  }

  @Test
  void aFileThatIsMadeToBeSlowIsReadInSeconds() throws IOException {
    write("a.js", "a>b".repeat(2_000_000));
    write("b.js", "'Open' ".repeat(1_000_000));
    write("c.js", "`'\"".repeat(2_000_000));
    write("d-meta.xml", "<A><value>" + "Open,".repeat(1_500_000) + "</value></A>");
    long begun = System.nanoTime();
    var read = search();
    assertThat(System.nanoTime() - begun).isLessThan(60_000_000_000L);
    assertThat(read.files()).isEqualTo(4);
    assertThat(read.cutOff()).isTrue();
    assertThat(read.found()).hasSizeLessThan(2_001);
  }

  @Test
  void aThousandFilesTakeSeconds() throws IOException {
    var text = "public class LeadX { String s = 'nothing'; /* %s */ }\n".repeat(40);
    for (int i = 0; i < 1_000; i++) {
      write("classes/C" + i + ".cls", text.formatted((Object[]) names(i)));
    }
    long begun = System.nanoTime();
    assertThat(search().files()).isEqualTo(1_000);
    assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
  }

  private static String[] names(int i) {
    var names = new String[40];
    java.util.Arrays.fill(names, "Working " + i);
    return names;
  }
}
