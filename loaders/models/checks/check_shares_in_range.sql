-- stage: indicators
-- nl: {n} aandeel ligt niet tussen 0 en 1. | {n} aandelen liggen niet tussen 0 en 1.
-- en: {n} share does not lie between 0 and 1. | {n} shares do not lie between 0 and 1.
select observations.*
from indicators.observations
inner join indicators.catalogue
    on observations.indicator_id = catalogue.id
where
    catalogue.type = 'share'
    -- more answers than invitations is a fault of the export: only a warning
    and catalogue.id <> 'response_rate'
    and not observations.numerator between 0 and observations.denominator
