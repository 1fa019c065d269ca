package org.mentoringroadmap.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts that the application's classes use: constants as the compiler has put them together, those of annotations and
 * the fixed parts of what is glued together when it runs. A constant is found where it is used.
 */
final class ClassTexts extends ClassVisitor {
    private static final String CLASSES = "classpath*:org/mentoringroadmap/**/*.class";

    private final List<String> texts = new ArrayList<>();

    private ClassTexts() {
        super(Opcodes.ASM9);
    }

    /** By the name of the class, with slashes. */
    static Map<String, List<String>> all() throws IOException {
        Map<String, List<String>> all = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(CLASSES)) {
            if (!file.toString().contains("test-classes")) {
                try (InputStream in = file.getInputStream()) {
                    ClassReader reader = new ClassReader(in);
                    ClassTexts found = new ClassTexts();
                    reader.accept(found, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
                    all.put(reader.getClassName(), found.texts);
                }
            }
        }
        return all;
    }

    private void add(Object value) {
        if (value instanceof String text) {
            texts.add(text);
        }
    }

    @Override
    public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return new AnnotationVisitor(Opcodes.ASM9) {
                    @Override
                    public void visit(String key, Object value) {
                        add(value);
                    }
                };
            }

            @Override
            public void visitLdcInsn(Object value) {
                add(value);
            }

            @Override
            public void visitInvokeDynamicInsn(String called, String shape, Handle method, Object... arguments) {
                Arrays.stream(arguments).forEach(ClassTexts.this::add);
            }
        };
    }
}
