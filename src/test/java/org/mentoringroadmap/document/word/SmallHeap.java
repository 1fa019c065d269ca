package org.mentoringroadmap.document.word;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.UserInputException;

/** Checks Word files in a process that has little memory, and prints what became of each. */
final class SmallHeap {
    private SmallHeap() {}

    public static void main(String[] folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(Path.of(folder[0]))) {
            files = listed.sorted().toList();
        }
        for (Path file : files) {
            System.out.println(file.getFileName() + " " + outcome(Files.readAllBytes(file)));
        }
    }

    private static String outcome(byte[] content) {
        try {
            WordFile.check("приказ.docx", content);
            return "taken";
        } catch (UserInputException refused) {
            return refused.code();
        }
    }
}
