package org.mentoringroadmap.document.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.PaperSettings;
import org.mentoringroadmap.school.RegistryCodes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.storage.StoredFile;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A class of twenty-five prints as many sheets as it has papers: each consent fits on one. Measured by LibreOffice; without
 * it the test is skipped.
 */
@ApplicationTest
class PaperSheetsTest {
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private ConsentSheets sheets;

    @Autowired
    private WithdrawalPapers withdrawals;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @TempDir
    private Path folder;

    private final Map<String, Integer> expected = new TreeMap<>();
    private TestSchool school;
    private LocalDate today;

    @BeforeEach
    void school() {
        school = schools.create(Role.CURATOR, Role.DIRECTOR);
        today = LocalDate.now(clock);
        school.as(Role.CURATOR, () -> {
            schools.decide(
                    school,
                    new RegistryCodes("0000700002", "000001001", "1020000000074", "00000075"),
                    new PaperSettings(
                            "https://school.example.org/mentors\nhttps://social.example.org/school",
                            null,
                            null,
                            null,
                            true,
                            true));
            return null;
        });
    }

    @Test
    void aConsentIsOneSheet() throws Exception {
        Path office = office();
        assumeTrue(office != null, "LibreOffice is not here");
        Map<String, Long> people = new LinkedHashMap<>();
        Long programme = programmes
                .open(school.id(), SchoolYear.around(today), "target-model")
                .id();
        for (int age : List.of(13, 15, 18)) {
            people.put("mentee-" + age, pupil(programme, ParticipantRole.MENTEE, "Петрова-Образцова", age));
            people.put("mentor-" + age, pupil(programme, ParticipantRole.MENTOR, "Сидоренко", age));
        }
        people.put("novice", teacher(programme, ParticipantRole.MENTEE));
        people.put("master", teacher(programme, ParticipantRole.MENTOR));
        for (Map.Entry<String, Long> one : people.entrySet()) {
            StoredFile file = school.as(
                    Role.CURATOR, () -> sheets.ofParticipant(one.getValue()).file());
            write(one.getKey(), file.content(), sections(file.content()));
        }
        for (ConsentKind kind : List.of(ConsentKind.PROCESSING, ConsentKind.PUBLICATION)) {
            Long consent = school.as(
                    Role.CURATOR,
                    () -> consents.register(people.get("mentee-15"), kind, today, Set.of(Signer.values()))
                            .id());
            write(
                    "back-" + kind,
                    school.as(Role.CURATOR, () -> withdrawals.form(consent)).content(),
                    1);
        }

        assertThat(pages(office)).isEqualTo(expected);
    }

    private void write(String name, byte[] content, int pages) throws IOException {
        Files.write(folder.resolve(name + ".docx"), content);
        expected.put(name, pages);
    }

    /** Each paper is a section. */
    private static int sections(byte[] docx) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return 1
                    + (int) word.getDocument().getBody().getPList().stream()
                            .filter(paragraph ->
                                    paragraph.isSetPPr() && paragraph.getPPr().isSetSectPr())
                            .count();
        }
    }

    private Map<String, Integer> pages(Path office) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                office.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString()));
        expected.keySet()
                .forEach(name -> command.add(folder.resolve(name + ".docx").toString()));
        Process converting = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(converting.waitFor(5, TimeUnit.MINUTES)).isTrue();
        Map<String, Integer> pages = new TreeMap<>();
        for (String name : expected.keySet()) {
            String pdf = Files.readString(folder.resolve(name + ".pdf"), StandardCharsets.ISO_8859_1);
            pages.put(name, (int) PAGE.matcher(pdf).results().count());
        }
        return pages;
    }

    /** Null where there is none. */
    private static Path office() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "soffice"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private Long pupil(Long programme, ParticipantRole role, String lastName, int age) {
        return school.as(
                Role.CURATOR,
                () -> registers
                        .enter(
                                programme,
                                role,
                                new PersonDetails(
                                        lastName,
                                        "Александра",
                                        "Константиновна",
                                        today.minusYears(age),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        age < 18 ? "Петрова-Образцова Екатерина Владимировна" : null,
                                        age < 18 ? "мать" : null,
                                        age < 18 ? "8 (000) 000-00-01" : null),
                                ParticipantDetails.of(role, ParticipantCategory.PUPIL, null))
                        .id());
    }

    private Long teacher(Long programme, ParticipantRole role) {
        Long id = school.as(
                Role.CURATOR,
                () -> registers
                        .enter(
                                programme,
                                role,
                                new PersonDetails(
                                        "Учителева",
                                        "Александра",
                                        role == ParticipantRole.MENTEE ? "Константиновна" : "Владимировна",
                                        null,
                                        "8 (000) 000-00-02",
                                        "teacher@example.org",
                                        null,
                                        "учитель русского языка и литературы",
                                        null,
                                        null,
                                        null,
                                        null),
                                ParticipantDetails.of(role, ParticipantCategory.TEACHER, null))
                        .id());
        jdbc.sql("insert into participant_form (participant_id, form) values (?, ?)")
                .params(id, MentoringForm.TEACHER_TEACHER.name())
                .update();
        return id;
    }
}
