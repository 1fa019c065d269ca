package org.mentoringroadmap.questionnaire;

import java.math.BigDecimal;
import java.util.List;

/** What stands in a questionnaire, from its top to its end. */
public sealed interface Item {

    /** Name of the kind, by which a page chooses how to show it. */
    String kind();

    /**
     * Words between the questions.
     *
     * @param paragraphs what was written, without the marks of Markdown
     */
    record Words(List<Paragraph> paragraphs) implements Item {
        /** A paragraph, or a heading over what follows. */
        public record Paragraph(String text, boolean heading) {}

        @Override
        public String kind() {
            return "words";
        }
    }

    /** Something that is asked. What is not required may be left out. */
    sealed interface Question extends Item {
        /** Name of the field, by which the answer is kept. */
        String key();

        /** The question. */
        String label();

        /** What helps to answer it; empty for nothing. */
        String description();

        /** Whether the form is not taken without it. */
        boolean required();

        /** Answers as people read them. */
        default List<String> inWords(List<String> answers) {
            return answers;
        }
    }

    /**
     * Answered in one's own words.
     *
     * @param lines whether there is room for more than one line
     * @param maxLength characters
     */
    record Open(String key, String label, String description, boolean required, boolean lines, int maxLength)
            implements Question {
        /** Characters for which paper has one line more, as somebody writes who has not much to say. */
        private static final int TO_A_LINE = 500;

        private static final int MIN_LINES = 3;
        private static final int MAX_LINES = 5;

        @Override
        public String kind() {
            return "open";
        }

        /** How many lines a printed sheet has for the answer. */
        public int ruled() {
            return lines ? Math.max(MIN_LINES, Math.min(MAX_LINES, maxLength / TO_A_LINE + 1)) : 1;
        }
    }

    /** One of the answers that a question offers. */
    record Option(String value, String label) {
        private static final String DASH = " — ";

        /** What stands before the words of a point of a scale, «1 — плохо»; the whole label where no words follow. */
        public String mark() {
            int dash = label.indexOf(DASH);
            return dash < 0 ? label : label.substring(0, dash);
        }

        /** The words of a point of a scale; empty where there are none. */
        public String words() {
            int dash = label.indexOf(DASH);
            return dash < 0 ? "" : label.substring(dash + DASH.length());
        }

        /** Labels of chosen values; a value that is not offered stands for itself. */
        static List<String> labels(List<Option> options, List<String> values) {
            return values.stream()
                    .map(value -> options.stream()
                            .filter(option -> option.value().equals(value))
                            .map(Option::label)
                            .findFirst()
                            .orElse(value))
                    .toList();
        }
    }

    /** Answered by what is offered: by one of it, or by as many as fit. */
    record Choice(String key, String label, String description, boolean required, boolean several, List<Option> options)
            implements Question {
        /** Keeps its own copy. */
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "choice";
        }

        @Override
        public List<String> inWords(List<String> answers) {
            return Option.labels(options, answers);
        }
    }

    /**
     * Answered by a point of a scale.
     *
     * @param reversed whether the highest point is the worst answer
     * @param points whole numbers in a row, each with its label
     * @param measures what several such questions measure together; empty for nothing
     * @param comparesWith the question before the programme, {@code questionnaire.key}, whose answer stands beside it; empty
     *     for none
     */
    record Scale(
            String key,
            String label,
            String description,
            boolean required,
            boolean reversed,
            List<Option> points,
            String measures,
            String comparesWith)
            implements Question {
        /** Keeps its own copy. */
        public Scale {
            points = List.copyOf(points);
        }

        @Override
        public String kind() {
            return "scale";
        }

        @Override
        public List<String> inWords(List<String> answers) {
            return Option.labels(points, answers);
        }
    }

    /** Answered by a number, of whole ones from the least to the greatest. */
    record Figure(String key, String label, String description, boolean required, BigDecimal min, BigDecimal max)
            implements Question {
        @Override
        public String kind() {
            return "figure";
        }
    }
}
