using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.Firms;
using Networks.Data.Operations;
using Networks.Data.Reading;
using Networks.Data.Work;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Pipeline;

/// <summary>How an act writes the rows that it has seen: with what they own, and never twice.</summary>
public sealed class SeenInActsTests : InRound
{
    private static readonly RowsAhead _ahead = new([RoundRows.All], []);
    private static readonly ActRows<FirmId> _read = new();
    private static readonly ActRows<FirmId>.Part<Firm> _firms = _read.OnlyRead((db, id) => db.Firms.Where(f => f.Id == id));
    private static readonly ActRows<FirmId> _seen = new();
    private static readonly ActRows<FirmId>.Part<Firm> _seenFirms = _seen.Of((db, id) => db.Firms.Where(f => f.Id == id));

    [Fact]
    public async Task Given_a_round_when_it_is_read_for_an_act_then_its_answers_come_with_it_as_Entity_Framework_reads_them()
    {
        var expected = await Given.ReadAsync(db => db.ApprovalRounds.AsNoTracking().SingleAsync(r => r.CaseId == Case));

        var (round, name) = await InActAsync(rows => Task.FromResult((rows.Of(RoundRows.Rounds)[0], rows.Of(RoundRows.Name))));

        Assert.Equal((expected.Id, expected.LastDay, expected.Kind, expected.Status, expected.OpenedAt), (round.Id, round.LastDay, round.Kind, round.Status, round.OpenedAt));
        Assert.Equal(2, round.Answers.Count);
        Assert.Equivalent(expected.Answers.OrderBy(a => a.ParticipantId.Value), round.Answers.OrderBy(a => a.ParticipantId.Value), strict: true);
        Assert.Equal(await Given.ReadAsync(db => db.EnterpriseNetworks.Where(n => n.CaseId == Case).Select(n => n.Name).SingleAsync()), name);
    }

    [Fact]
    public async Task Given_a_round_that_an_act_has_seen_when_one_more_firm_is_asked_then_its_answer_is_written_with_the_others()
    {
        var firm = ParticipantId.New(Given.Clock);
        await InActAsync(async rows =>
        {
            rows.Of(RoundRows.Rounds)[0].Ask(firm);
            rows.Of(RoundRows.Rounds)[0].Answers[0].HasLeft = true;
            return await Db.SaveChangesAsync();
        });

        var answers = (await Given.ReadAsync(db => db.ApprovalRounds.SingleAsync(r => r.CaseId == Case))).Answers;
        Assert.Equal(3, answers.Count);
        Assert.Contains(answers, a => a.ParticipantId == firm && a.Decision == FirmDecision.None);
        Assert.Single(answers, a => a.HasLeft);
    }

    [Fact]
    public async Task Given_a_round_that_an_act_has_seen_then_it_is_known_as_the_only_one_until_another_is_there()
    {
        await InActAsync(async rows =>
        {
            var round = rows.Of(RoundRows.Rounds)[0];
            Assert.Same(round, Db.OnlySeen<ApprovalRound>());
            round.Answers[0].HasLeft = true;
            await Db.SaveChangesAsync();
            Assert.Same(round, Db.OnlySeen<ApprovalRound>());

            Db.Add(new ApprovalRound(RoundId.New(Given.Clock), Case, 2, round.DraftId, RoundKind.Working, round.LastDay, Given.Clock.GetUtcNow()));
            Assert.Null(Db.OnlySeen<ApprovalRound>());
            return await Db.SaveChangesAsync();
        });

        Assert.Null(Db.OnlySeen<ApprovalRound>());
        Assert.Equal(2, await Given.ReadAsync(db => db.ApprovalRounds.CountAsync(r => r.CaseId == Case)));
    }

    [Fact]
    public async Task Given_a_row_was_seen_and_then_tracked_as_another_object_when_both_change_then_the_save_is_refused_and_nothing_is_written()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => InActAsync(async rows =>
        {
            var seen = rows.Of(RoundRows.Items)[0];
            var tracked = await Db.WorkItems.SingleAsync(i => i.Id == seen.Id);
            Assert.NotSame(seen, tracked);
            (seen.Fence, tracked.Fence) = (3, 4);
            return await Db.SaveChangesAsync();
        }));

        Assert.False(await Given.ReadAsync(db => db.WorkItems.AnyAsync(i => i.Fence == 3 || i.Fence == 4)));
    }

    [Fact]
    public async Task Given_a_row_that_is_gone_when_an_act_changes_it_then_the_act_is_refused_as_one_that_came_too_late()
    {
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => InActAsync(async rows =>
        {
            var gone = rows.Of(RoundRows.Items)[0];
            await Db.WorkItems.Where(i => i.Id == gone.Id).ExecuteDeleteAsync();
            gone.Fence = 3;
            return await Db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Given_rows_read_ahead_when_they_are_asked_for_then_they_are_these_once_and_after_a_save_they_are_read_anew()
    {
        await using var act = await Db.Database.BeginTransactionAsync();
        Db.Database.AutoSavepointsEnabled = false;
        await FirstStatements.RunAsync(Db, CaseGuard.Always, Case, Guid.CreateVersion7(Given.Clock.GetUtcNow()), null, _ahead, default);
        await Db.WorkItems.Where(i => i.CaseId == Case).ExecuteUpdateAsync(set => set.SetProperty(i => i.Fence, 5));

        var ahead = await RoundRows.All.ReadAsync(Db, Case, default);
        Assert.All(ahead.Of(RoundRows.Items), i => Assert.Equal(0, i.Fence));
        Assert.Equal(2, ahead.Of(RoundRows.Rounds)[0].Answers.Count);

        await FirstStatements.RunAsync(Db, CaseGuard.Always, Case, Guid.CreateVersion7(Given.Clock.GetUtcNow()), null, _ahead, default);
        Db.Forget();
        Assert.All((await RoundRows.All.ReadAsync(Db, Case, default)).Of(RoundRows.Items), i => Assert.Equal(5, i.Fence));
    }

    [Fact]
    public async Task Given_a_firm_with_several_consents_and_representatives_when_it_is_only_read_then_it_comes_as_Entity_Framework_reads_it_and_is_not_looked_at_again()
    {
        var id = await Given.ReadAsync(db => db.Firms.OrderBy(f => f.Id).Select(f => f.Id).FirstAsync());
        await Given.WriteAsync(async db =>
        {
            var firm = await db.Firms.SingleAsync(f => f.Id == id);
            firm.Seat = new PostalAddress("Via Roma", "1", "23900", "Lecco", "LC");
            firm.Appoint(new LegalRepresentative(Ids.New(Given.Clock), "Altra Persona", "XXXYYY02A01H501T", new DateOnly(2026, 1, 1)));
            firm.Give(new Consent(Ids.New(Given.Clock), ConsentPurpose.ShowAnonymously, new DateOnly(2026, 3, 1), null, "modulo"));
            firm.Give(new Consent(Ids.New(Given.Clock), ConsentPurpose.Contact, new DateOnly(2026, 3, 2), null, "telefono"));
        });
        var expected = await Given.ReadAsync(db => db.Firms.AsNoTracking().SingleAsync(f => f.Id == id));
        Assert.True(expected.Representatives.Count >= 2 && expected.Consents.Count >= 2, "lists of one row would not show a row that comes twice");

        var read = await InActAsync(async _ =>
        {
            var firm = (await _read.ReadAsync(Db, id, default)).Of(_firms)[0];
            Db.TrackSeen(all: true);
            Assert.DoesNotContain(Db.ChangeTracker.Entries(), e => e.Entity is Firm);
            return firm;
        });

        Assert.Equivalent(expected.Representatives.OrderBy(r => r.Id), read.Representatives.OrderBy(r => r.Id), strict: true);
        Assert.Equivalent(expected.Consents.OrderBy(c => c.Id), read.Consents.OrderBy(c => c.Id), strict: true);
        Assert.Equal((expected.Name, expected.TaxCode, expected.Email, expected.Seat, expected.LegalForm), (read.Name, read.TaxCode, read.Email, read.Seat, read.LegalForm));
    }

    [Fact]
    public async Task Given_a_row_with_values_that_a_copy_would_share_when_an_act_reads_it_to_change_it_then_that_is_refused()
    {
        var id = await Given.ReadAsync(db => db.Firms.OrderBy(f => f.Id).Select(f => f.Id).FirstAsync());

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => InActAsync(async _ => (await _seen.ReadAsync(Db, id, default)).Of(_seenFirms)));

        Assert.Contains("can only be read", refused.Message, StringComparison.Ordinal);
    }
}
