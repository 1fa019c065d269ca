package org.mentoringroadmap.roadmap.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A violating fixture: the sample roadmap with one breach of one rule. The breaches of a rule stand in
 * {@code src/test/resources/models/broken/<rule>.edits}, separated by empty lines:
 *
 * <pre>
 * sample-roadmap.bpmn > Start_SchoolYear     file and element (or *) at which the problem must be reported
 * - text to be replaced, … stands for anything between
 * + replacement
 * = or the whole content of the file, which may be a new one
 * & sample-block.bpmn and the whole content of a sound file beside it
 * </pre>
 *
 * @param rule the convention it breaks, and the only one
 * @param resource bare name of the broken file
 * @param elementId where the breach is; null for the whole file
 * @param deployment all files of the sample, the broken one among them
 */
public record BrokenModel(ModelRule rule, String resource, String elementId, List<ModelFile> deployment) {

    /** The fixtures of one rule; fails when it has none. */
    static Stream<BrokenModel> of(ModelRule rule) {
        String name = "/models/broken/" + rule.code() + ".edits";
        try (InputStream stream = BrokenModel.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("No fixture " + name);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.strip().split("\n\n")).map(breach -> parse(rule, breach));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every fixture of every rule. */
    public static Stream<BrokenModel> all() {
        return Arrays.stream(ModelRule.values()).flatMap(BrokenModel::of);
    }

    /** The first breach of each rule. */
    public static Stream<BrokenModel> firstOfEachRule() {
        return Arrays.stream(ModelRule.values())
                .map(rule -> of(rule).findFirst().orElseThrow());
    }

    private static BrokenModel parse(ModelRule rule, String breach) {
        List<String> lines = breach.lines().toList();
        String[] target = lines.get(0).split(" > ");
        List<String> edits =
                lines.stream().skip(1).filter(line -> !line.startsWith("& ")).toList();
        String content =
                edits.get(0).startsWith("=") ? edits.get(0).substring(1).strip() : edited(target[0], edits);
        List<ModelFile> deployment = new ArrayList<>(SampleModels.good());
        deployment.removeIf(file -> file.name().equals(target[0]));
        deployment.add(ModelFile.of(target[0], content));
        lines.stream()
                .filter(line -> line.startsWith("& "))
                .map(line -> line.split(" ", 3))
                .forEach(file -> deployment.add(ModelFile.of(file[1], file[2])));
        return new BrokenModel(rule, FileNames.bare(target[0]), target[1].equals("*") ? null : target[1], deployment);
    }

    private static String edited(String name, List<String> edits) {
        String content = SampleModels.text(name);
        for (int i = 0; i < edits.size(); i += 2) {
            Pattern search = pattern(edits.get(i).substring(2));
            if (!search.matcher(content).find()) {
                throw new IllegalStateException(name + " does not contain " + search);
            }
            String replacement =
                    edits.get(i + 1).length() > 2 ? edits.get(i + 1).substring(2) : "";
            content = search.matcher(content).replaceAll(Matcher.quoteReplacement(replacement));
        }
        return content;
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(
                Arrays.stream(text.split("…")).map(Pattern::quote).collect(Collectors.joining("[\\s\\S]*?")));
    }

    @Override
    public String toString() {
        return rule.code() + " at " + resource + (elementId == null ? "" : " " + elementId);
    }
}
