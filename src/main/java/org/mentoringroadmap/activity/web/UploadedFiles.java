package org.mentoringroadmap.activity.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.evidence.Upload;
import org.springframework.web.multipart.MultipartFile;

/** Files as a browser sends them: a field in which nothing was chosen comes as a file without a name. */
final class UploadedFiles {
    private UploadedFiles() {}

    @SafeVarargs
    static List<Upload> of(List<MultipartFile>... fields) {
        return Stream.of(fields)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(file -> file.getOriginalFilename() != null
                        && !file.getOriginalFilename().isBlank())
                .map(UploadedFiles::read)
                .toList();
    }

    private static Upload read(MultipartFile file) {
        try {
            return new Upload(file.getOriginalFilename(), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be read", e);
        }
    }
}
