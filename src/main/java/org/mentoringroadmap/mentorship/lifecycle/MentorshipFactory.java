package org.mentoringroadmap.mentorship.lifecycle;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.mentoringroadmap.matching.MentorshipCreation;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.MembersChanged;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipAccess;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement.NewMentorship;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.mentoringroadmap.programme.Programmes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the pairs and groups that the matching has decided; where pairs work already they begin at once. Each is written
 * and forgotten before the next, since every flush looks at all that the session remembers: of three hundred pairs the
 * last would take a hundred times as long as the first.
 */
@Component
class MentorshipFactory implements MentorshipCreation {
    private final MentorshipManagement management;
    private final Programmes programmes;
    private final MentorshipAccess access;
    private final EntityManager session;
    private final ApplicationEventPublisher events;

    MentorshipFactory(
            MentorshipManagement management,
            Programmes programmes,
            MentorshipAccess access,
            EntityManager session,
            ApplicationEventPublisher events) {
        this.management = management;
        this.programmes = programmes;
        this.access = access;
        this.session = session;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> form(Held held, List<PlannedMentorship> teams) {
        Long programmeId = held.programmeId();
        Programme programme = access.running(programmes.get(programmeId));
        boolean begin = management.works(programmeId);
        List<Long> ids = new ArrayList<>();
        forget();
        for (PlannedMentorship team : teams) {
            int mentees = team.menteeIds().size();
            Mentorship.Kind kind = mentees > 1 ? Mentorship.Kind.GROUP : Mentorship.Kind.PAIR;
            MentorshipDetails details =
                    new MentorshipDetails(mentees, null, team.form().orElse(null), team.basis());
            ids.add(management
                    .make(
                            held,
                            programme,
                            new NewMentorship(kind, details, null, null, begin),
                            new MemberChoice(team.mentorId(), team.menteeIds()))
                    .id());
            forget();
        }
        events.publishEvent(new MembersChanged(programmeId));
        return ids;
    }

    private void forget() {
        session.flush();
        session.clear();
    }
}
