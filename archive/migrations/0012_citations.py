import hashlib

import django.db.models.deletion
import orjson
from django.db import migrations, models

BATCH = 500


def fill(apps, schema_editor):
    """Number the citations of the claims that are published already, and let claims and sources lead to them."""
    claims, sources, citations = (
        apps.get_model("archive", name).objects for name in ("ClaimEntry", "SourceEntry", "CitationEntry")
    )
    for batch in batches(claims):
        citations.bulk_create([row for claim in batch for row in rows(citations.model, claim)])
        for claim in batch:
            beginning, end = claim.body.rsplit(',"links":{', 1)
            url = orjson.loads(claim.body)["api_url"] + "citations/"
            told(claim, f'{beginning},"citations_url":"{url}","links":{{{end}')
        claims.bulk_update(batch, ["body", "etag"])
    for batch in batches(sources):
        for source in batch:
            url = orjson.loads(source.body)["claims_url"].replace("/claims/?", "/citations/?")
            told(source, f'{source.body[:-1]},"citations_url":"{url}"}}')
        sources.bulk_update(batch, ["body", "etag"])


def batches(entries):
    last = ""
    while batch := list(entries.filter(key__gt=last).order_by("key").only("key", "body")[:BATCH]):
        yield batch
        last = batch[-1].key


def rows(model, claim):
    for number, one in enumerate(orjson.loads(claim.body)["citations"], start=1):
        yield model(claim_id=claim.key, number=number, source=one["source"], stance=one["stance"])


def told(entry, body):
    entry.body, entry.etag = body, hashlib.sha256(body.encode()).hexdigest()


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0011_changes'),
    ]

    operations = [
        migrations.AlterField(
            model_name='claimentry',
            name='incident',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='claims', to='archive.incidententry'),
        ),
        migrations.AddIndex(
            model_name='claimentry',
            index=models.Index(condition=models.Q(('claimant_kind', 'unstated'), _negated=True), fields=['claimant_kind', 'incident'], name='claim_claimant_kind'),
        ),
        migrations.DeleteModel(name='ClaimSource'),
        migrations.CreateModel(
            name='CitationEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('source', models.CharField(max_length=100)),
                ('stance', models.CharField(max_length=30)),
                ('claim', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='archive.claimentry')),
            ],
            options={
                'ordering': ['claim', 'number'],
                'indexes': [models.Index(fields=['source'], name='citation_source')],
                'constraints': [models.UniqueConstraint(fields=('claim', 'number'), name='citation_number_once')],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
