package org.mentoringroadmap.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.register.RegisterQueries;
import org.mentoringroadmap.register.RegisterRow;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.table.SheetFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A register as a table: whom the acting account sees, and of them what it may see. Special categories and difficulties
 * are in it only for who may read them. Brought back as it is, it changes nothing; who is anonymised is nobody in it.
 */
@Service
@Transactional(readOnly = true)
public class RegisterExport {
    /**
     * A register as a file.
     *
     * @param name what it is called, without what its format adds
     * @param people how many are in it
     */
    public record Exported(byte[] file, String name, int people) {}

    private static final int AT_ONCE = 200;
    private static final int WIDTH = 22;

    private final Registers registers;
    private final RegisterQueries queries;
    private final ImportWords words;
    private final CardTexts texts;
    private final EntityManager entities;

    RegisterExport(
            Registers registers, RegisterQueries queries, ImportWords words, CardTexts texts, EntityManager entities) {
        this.registers = registers;
        this.queries = queries;
        this.words = words;
        this.texts = texts;
        this.entities = entities;
    }

    /**
     * The register as an {@code .xlsx} file.
     *
     * @param filter names a role
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public Exported xlsx(Long programmeId, ParticipantFilter filter) {
        String name = name(programmeId, filter);
        List<List<String>> lines = new ArrayList<>();
        int people = write(programmeId, filter, lines::add);
        List<SheetFile.Column> columns = lines.get(0).stream()
                .map(title -> new SheetFile.Column(title, WIDTH))
                .toList();
        return new Exported(new SheetFile(name, columns, lines.subList(1, lines.size())).content(), name, people);
    }

    /** «База наставляемых 2026-2027». */
    private String name(Long programmeId, ParticipantFilter filter) {
        return words.text("participant-register." + filter.role()) + " "
                + queries.programme(programmeId).schoolYear().text();
    }

    /** The register as CSV that office programs of the country open: UTF-8 with a mark at its beginning, semicolons. */
    public Exported csv(Long programmeId, ParticipantFilter filter) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int people;
        try (OutputStreamWriter out = new OutputStreamWriter(file, StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            try (CsvWriter table = CsvWriter.builder()
                    .fieldSeparator(';')
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(out)) {
                people = write(
                        programmeId,
                        filter,
                        cells -> table.writeRecord(
                                cells.stream().map(RegisterExport::harmless).toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Exported(file.toByteArray(), name(programmeId, filter), people);
    }

    /** A cell that begins like a formula would be run by who opens the file. */
    private static String harmless(String cell) {
        return cell.matches("(?s)[=+\\-@\t\r].*") ? "'" + cell : cell;
    }

    /** Answers how many people were written. */
    private int write(Long programmeId, ParticipantFilter filter, Consumer<List<String>> line) {
        Programme programme = queries.programme(programmeId);
        List<ImportColumn> columns = ImportColumn.register(filter.role(), queries.maySeeNeeds());
        List<RegisterColumn> more = RegisterColumn.of(filter.role());
        line.accept(
                Stream.concat(columns.stream().map(words::title), more.stream().map(words::title))
                        .toList());
        int[] written = {0};
        registers.readAll(programmeId, filter, AT_ONCE, people -> {
            for (RegisterRow row : queries.rows(programme, people)) {
                if (row.participant().person().anonymisedOn().isEmpty()) {
                    written[0]++;
                    ParticipantDetails details = row.participant().details();
                    PersonDetails person = queries.person(row.participant(), details);
                    line.accept(Stream.concat(
                                    columns.stream().map(column -> texts.of(column, person, details, row.className())),
                                    more.stream().map(column -> cell(column, row)))
                            .map(cell -> Objects.requireNonNullElse(cell, ""))
                            .toList());
                }
            }
            entities.clear(); // a register of thousands does not have to be in memory at once
        });
        return written[0];
    }

    private String cell(RegisterColumn column, RegisterRow row) {
        return switch (column) {
            case STATUS -> words.title(row.participant().status());
            case PROCESSING_UNTIL -> until(row, ConsentKind.PROCESSING);
            case PUBLICATION_UNTIL -> until(row, ConsentKind.PUBLICATION);
            case DUTIES_UNTIL -> until(row, ConsentKind.DUTIES);
            case RESULT -> row.participant().result().orElse("");
        };
    }

    /** Last day of a consent that is valid today, though it may end before the programme's year; empty where none is. */
    private static String until(RegisterRow row, ConsentKind kind) {
        return row.consent(kind)
                .filter(each -> each.state() == Consent.State.VALID)
                .map(each -> CardTexts.day(each.consent().validUntil()))
                .orElse("");
    }
}
