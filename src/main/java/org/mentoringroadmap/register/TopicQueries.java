package org.mentoringroadmap.register;

import java.util.Collection;
import java.util.List;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.TopicKind;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Topics without the participants' entities. */
interface TopicQueries extends Repository<Participant, Long> {
    /** Whose topic it is, and what is shown. */
    record Line(Long participantId, String wording) {}

    @Query("select new org.mentoringroadmap.register.TopicQueries$Line(p.id, t.wording) from Participant p"
            + " join p.topics t where p.id in :ids and t.kind in :kinds order by t.topicKey")
    List<Line> of(Collection<Long> ids, Collection<TopicKind> kinds);

    /** Wordings of a programme, the most frequent first. */
    @Query(
            "select min(t.wording) from Participant p join p.topics t"
                    + " where p.programmeId = :programmeId"
                    + " and p.person.id not in (select n.id from Person n where n.mergedInto is not null) and t.kind in :kinds group by t.topicKey order by count(p) desc, t.topicKey")
    List<String> frequent(Long programmeId, Collection<TopicKind> kinds, Pageable page);
}
