package org.mentoringroadmap.roadmap.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.roadmap.drawing.Drawing.Look;
import org.mentoringroadmap.roadmap.drawing.Drawing.Shape;

/** Every shipped model is drawn whole: each step, each arrow, each row with what the paper says of it. */
class DrawingReaderTest {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("messages.roadmap", Locale.ROOT);

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void drawsAllThatIsInTheModel(Path file) {
        BpmnModelInstance model = read(file);

        Drawing drawing = new DrawingReader().read(model);

        assertThat(drawing.shapes())
                .extracting(Shape::id)
                .containsAll(model.getModelElementsByType(FlowNode.class).stream()
                        .map(FlowNode::getId)
                        .toList());
        assertThat(drawing.arrows())
                .hasSizeGreaterThanOrEqualTo(
                        model.getModelElementsByType(SequenceFlow.class).size());
        assertThat(drawing.shapes()).allSatisfy(shape -> {
            assertThat(shape.box().x()).isNotNegative();
            assertThat(shape.box().y()).isNotNegative();
            assertThat(shape.box().x() + shape.box().width()).isLessThan(drawing.width());
            assertThat(shape.box().y() + shape.box().height()).isLessThan(drawing.height());
        });
        assertThat(drawing.unseen())
                .flatExtracting(Drawing.Unseen::beans)
                .allSatisfy(bean ->
                        assertThat(TEXTS.containsKey("act." + bean)).as(bean).isTrue());
    }

    @ParameterizedTest
    @MethodSource("models")
    void saysOfEachRowWhatThePaperSays(Path file) {
        List<Shape> rows = new DrawingReader()
                .read(read(file)).shapes().stream()
                        .filter(shape -> shape.activity() != null)
                        .toList();

        assertThat(rows).hasSize((int) occurrences(file, "name=\"roadmapItem\""));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.look()).isIn(Look.CALL, Look.STEP);
            assertThat(row.activity().printedItem()).isNotBlank();
            assertThat(row.label()).isEqualTo(row.activity().title());
        });
    }

    /** Modeler writes no such numbers, but a file may say anything. */
    @ParameterizedTest
    @ValueSource(strings = {"1e12", "-1e12", "1e300", "NaN", "INF"})
    void isAPictureWhateverTheFileSays(String far) throws IOException {
        Path file = Path.of("src/test/resources/models/stage-with-a-task.bpmn");
        String text = Files.readString(file);
        for (String side : List.of("x", "y", "width", "height")) {
            String edited = text.replaceFirst("(Bounds [^>]*\\b" + side + "=\")[^\"]*", "$1" + far);
            assertThat(edited).isNotEqualTo(text);

            Drawing drawing = new DrawingReader()
                    .read(Bpmn.readModelFromStream(new ByteArrayInputStream(edited.getBytes(StandardCharsets.UTF_8))));

            assertThat(drawing.width()).isBetween(1, 1_000_000);
            assertThat(drawing.height()).isBetween(1, 1_000_000);
        }
    }

    private static long occurrences(Path file, String text) {
        try {
            return Files.readString(file).split(text, -1).length - 1;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BpmnModelInstance read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Bpmn.readModelFromStream(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
