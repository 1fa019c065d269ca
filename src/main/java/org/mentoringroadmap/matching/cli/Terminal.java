package org.mentoringroadmap.matching.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Where people read: the JVM's own streams would write Russian as question marks where no locale is set. */
public final class Terminal {
    private Terminal() {}

    /** The output of the process, in letters that its terminal can show. */
    public static PrintStream out() {
        return stream(FileDescriptor.out);
    }

    static PrintStream err() {
        return stream(FileDescriptor.err);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, charset());
    }

    private static Charset charset() {
        Console console = System.console();
        return console != null && console.charset().newEncoder().canEncode('\u0436')
                ? console.charset()
                : StandardCharsets.UTF_8;
    }
}
