package org.mentoringroadmap.document;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The kinds of document that were added. */
interface OwnKindRepository extends JpaRepository<OwnKind, String> {
    List<OwnKind> findAllByOrderByTitle();
}
