import hashlib

import django.db.models.deletion
import orjson
from django.db import migrations, models

from archive.audit import doubts, warnings
from archive.record import read_record

BATCH = 500


def fill(apps, schema_editor):
    """Let the incidents that are published already tell what the audit finds among their claims."""
    incidents, rows = (apps.get_model("archive", name) for name in ("IncidentEntry", "IncidentFinding"))
    for batch in batches(incidents.objects.select_related("edition")):
        found = {entry.pk: warnings(read_record(entry.edition.text)) for entry in batch}
        rows.objects.bulk_create(
            rows(incident_id=key, code=str(code)) for key, findings in found.items() for code in doubts(findings)
        )
        for entry in batch:
            told(entry, found[entry.pk])
        incidents.objects.bulk_update(batch, ["body", "brief", "etag"])


def batches(entries):
    last = ""
    while batch := list(entries.filter(key__gt=last).order_by("key")[:BATCH]):
        yield batch
        last = batch[-1].key


def told(entry, findings):
    every = [
        {"code": one.code, "message": one.message, "claims": one.claims, "sources": one.sources, "attack": one.attack}
        for one in findings
    ]
    entry.body = f'{entry.body[:-1]},"findings":{orjson.dumps(every).decode()}}}'
    entry.etag = hashlib.sha256(entry.body.encode()).hexdigest()
    beginning, end = entry.brief.rsplit(',"edition":', 1)
    entry.brief = f'{beginning},"findings":{orjson.dumps(doubts(findings)).decode()},"edition":{end}'


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0014_no_text_when_closed'),
    ]

    operations = [
        migrations.CreateModel(
            name='IncidentFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=30)),
                ('incident', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='archive.incidententry')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('code', 'incident'), name='incident_finding_once')],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
