/** Drafts and printable forms as they are made from templates. */
package org.mentoringroadmap.document.draft;
