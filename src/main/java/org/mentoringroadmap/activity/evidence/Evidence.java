package org.mentoringroadmap.activity.evidence;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mentoringroadmap.activity.RoadmapItemCheck;
import org.mentoringroadmap.activity.TextInput;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.StoredFile;
import org.mentoringroadmap.storage.StoredFiles;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files, photos, links and notes that prove the results of activities. May be added as long as the programme runs, before
 * and after the activity has ended. Who sees them follows from the activity, see {@link ActivityPapers}; the school's heads
 * ({@link #KEEPERS}) and whoever may take the open task of the activity add and remove them.
 */
@Service
@Transactional
public class Evidence {
    /** Roles that keep the papers of every activity. */
    private static final List<Role> KEEPERS = List.of(Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.SECRETARY);

    private static final int MAX_NOTE_LENGTH = 2000;
    private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);

    private final EvidenceRepository entries;
    private final StoredFiles files;
    private final List<EvidenceCheck> checks;
    private final Programmes programmes;
    private final ActivityPapers papers;
    private final ActivityKeys keys;
    private final Tasks tasks;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final Clock clock;

    Evidence(
            EvidenceRepository entries,
            StoredFiles files,
            List<EvidenceCheck> checks,
            Programmes programmes,
            ActivityPapers papers,
            ActivityKeys keys,
            Tasks tasks,
            CurrentUser user,
            Clock clock,
            AuditTrail trail) {
        this.entries = entries;
        this.files = files;
        this.checks = checks;
        this.programmes = programmes;
        this.papers = papers;
        this.keys = keys;
        this.tasks = tasks;
        this.user = user;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * Adds a file. Its media type follows from its content, whatever the sender says; the place where a photo was taken
     * is removed from it.
     *
     * @param name name on the sender's device
     * @param content at most 10 MB
     * @throws UserInputException {@code evidence.empty}, {@code evidence.too-large}, {@code evidence.type}, {@code
     *     evidence.content}, and as each {@link EvidenceCheck}
     * @throws ForbiddenException {@code evidence.forbidden}
     * @throws NotFoundException {@code programme.unknown}
     * @throws ConflictException {@code activity.programme-completed}
     */
    public EvidenceEntry attach(Long programmeId, String roadmapItem, String name, byte[] content) {
        Programme programme = changeable(programmeId, roadmapItem);
        EvidenceFile file = EvidenceFile.checked(name, content);
        checks.forEach(check -> check.check(file.name(), file.content()));
        UUID id = files.save(programme.schoolId(), file.name(), file.contentType(), file.content());
        return entries.save(entry(programmeId, roadmapItem, EvidenceEntry.Kind.FILE)
                .file(id, file.name(), file.contentType(), file.content().length));
    }

    /**
     * Adds a link to a page of the web.
     *
     * @throws UserInputException {@code activity.link} and as {@link #attach}
     */
    public EvidenceEntry link(Long programmeId, String roadmapItem, String link) {
        changeable(programmeId, roadmapItem);
        String checked = TextInput.link(link);
        if (checked == null) {
            throw new UserInputException("activity.link");
        }
        return entries.save(
                entry(programmeId, roadmapItem, EvidenceEntry.Kind.LINK).link(checked));
    }

    /**
     * Adds a note.
     *
     * @throws UserInputException {@code evidence.note-empty}, {@code activity.too-long} and as {@link #attach}
     */
    public EvidenceEntry note(Long programmeId, String roadmapItem, String note) {
        changeable(programmeId, roadmapItem);
        String clean = TextInput.clean(note, MAX_NOTE_LENGTH);
        if (clean == null) {
            throw new UserInputException("evidence.note-empty");
        }
        return entries.save(
                entry(programmeId, roadmapItem, EvidenceEntry.Kind.NOTE).note(clean));
    }

    /**
     * Adds everything that a form carries, all or nothing.
     *
     * @throws UserInputException {@code evidence.nothing} when it carries nothing, and as {@link #attach}
     */
    public void add(Long programmeId, String roadmapItem, EvidenceBundle bundle) {
        boolean hasLink = bundle.link() != null && !bundle.link().isBlank();
        boolean hasNote = bundle.note() != null && !bundle.note().isBlank();
        if (bundle.files().isEmpty() && !hasLink && !hasNote) {
            throw new UserInputException("evidence.nothing");
        }
        bundle.files().forEach(file -> attach(programmeId, roadmapItem, file.name(), file.content()));
        if (hasLink) {
            link(programmeId, roadmapItem, bundle.link());
        }
        if (hasNote) {
            note(programmeId, roadmapItem, bundle.note());
        }
    }

    /** What was added to one activity and the acting account may read, the oldest first. */
    @Transactional(readOnly = true)
    public List<EvidenceEntry> list(Long programmeId, String roadmapItem) {
        ActivityPapers.Readable readable = papers.of(programmes.visible(programmeId));
        return entries
                .findByProgrammeIdAndActivityKeyAndRemovedAtIsNullOrderById(
                        programmeId, keys.key(programmeId, roadmapItem))
                .stream()
                .filter(readable::entry)
                .toList();
    }

    /** What was added to all activities of a programme and the acting account may read. */
    @Transactional(readOnly = true)
    public List<EvidenceEntry> of(Long programmeId) {
        ActivityPapers.Readable readable = papers.of(programmes.visible(programmeId));
        return entries.findByProgrammeIdAndRemovedAtIsNullOrderById(programmeId).stream()
                .filter(readable::entry)
                .toList();
    }

    /** Keys of the activities to which something was added, whoever may read it. */
    @Transactional(readOnly = true)
    public Set<String> items(Long programmeId) {
        return entries.items(programmes.visible(programmeId).id());
    }

    /**
     * One piece of evidence that the acting account may read.
     *
     * @throws NotFoundException {@code evidence.unknown}
     */
    @Transactional(readOnly = true)
    public EvidenceEntry get(Long id) {
        return entries.findByIdAndRemovedAtIsNull(id)
                .filter(entry -> {
                    Programme programme = programmes.get(entry.programmeId());
                    return user.sees(programme.schoolId())
                            && papers.of(programme).entry(entry);
                })
                .orElseThrow(() -> new NotFoundException("evidence.unknown"));
    }

    /**
     * The file of a piece of evidence.
     *
     * @throws NotFoundException {@code evidence.unknown}
     */
    @Transactional(readOnly = true)
    public StoredFile file(Long id) {
        return get(id).fileId().map(files::get).orElseThrow(() -> new NotFoundException("evidence.unknown"));
    }

    /**
     * Removes a piece of evidence and its file for good; that it was there, who removed it and when stays.
     *
     * @throws NotFoundException {@code evidence.unknown}
     * @throws ForbiddenException {@code evidence.forbidden}
     * @throws ConflictException {@code activity.programme-completed}
     */
    public void remove(Long id) {
        EvidenceEntry entry = get(id);
        changeable(entry.programmeId(), entry.activityKey());
        UUID fileId = entry.fileId().orElse(null);
        entry.remove(user.login(), now());
        entries.saveAndFlush(entry);
        trail.record(AuditEvent.of(AuditAct.EVIDENCE_REMOVED, id)
                .item(keys.knownItem(entry.programmeId(), entry.activityKey())));
        if (fileId != null) {
            files.delete(fileId);
        }
        LOG.info("Evidence {} of programme {}, activity {} is removed", id, entry.programmeId(), entry.activityKey());
    }

    /** Whether the acting account may add to and remove from this activity. */
    @Transactional(readOnly = true)
    public boolean mayChange(Long programmeId, String roadmapItem) {
        Programme programme = programmes.visible(programmeId);
        return programme.state() == Programme.State.RUNNING && keepsOrDoes(programmeId, roadmapItem);
    }

    private Programme changeable(Long programmeId, String roadmapItem) {
        Programme programme = programmes.visible(programmeId);
        keys.known(programmeId, RoadmapItemCheck.checked(roadmapItem));
        if (programme.state() != Programme.State.RUNNING) {
            throw new ConflictException("activity.programme-completed");
        }
        if (!keepsOrDoes(programmeId, roadmapItem)) {
            throw new ForbiddenException("evidence.forbidden");
        }
        return programme;
    }

    private boolean keepsOrDoes(Long programmeId, String roadmapItem) {
        return KEEPERS.stream().anyMatch(user::has)
                || keys.item(programmeId, roadmapItem)
                        .filter(item -> tasks.ofProgramme(programmeId).stream()
                                .filter(this::mine)
                                .anyMatch(task -> item.equals(task.roadmapItem())))
                        .isPresent();
    }

    private boolean mine(OpenTask task) {
        return user.login().equals(task.assignee())
                || task.assignee() == null && task.roles().stream().anyMatch(user::holds);
    }

    private EvidenceEntry entry(Long programmeId, String roadmapItem, EvidenceEntry.Kind kind) {
        return new EvidenceEntry(programmeId, keys.key(programmeId, roadmapItem), kind, user.login(), now());
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
