-- What may name workers or children is never more open than the general kind it is based on; documents follow their kind.
update document_kind set data_class = 'STAFF'
    where data_class = 'PUBLIC' and general not in ('local-regulation', 'programme');
update document_kind set data_class = 'CHILDREN'
    where data_class in ('PUBLIC', 'STAFF') and general = 'list';
update document set data_class = 'STAFF'
    where data_class = 'PUBLIC' and type in (select id from document_kind where data_class = 'STAFF');
update document set data_class = 'CHILDREN'
    where data_class in ('PUBLIC', 'STAFF') and type in (select id from document_kind where data_class = 'CHILDREN');
