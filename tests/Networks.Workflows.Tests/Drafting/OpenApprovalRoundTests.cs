using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting.PrepareRound;
using Networks.Workflows.Drafting.ReviseText;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Drafting;

public sealed class OpenApprovalRoundTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_text_when_a_working_round_opens_then_every_firm_is_asked_by_a_mail_of_its_own()
    {
        var id = await _given.CaseInDraftingAsync(3);
        await _given.DraftAsync(id);

        var opened = await _given.DoneAsync(_given.Lecco, await _given.RoundOfAsync(id, RoundKind.Working));

        Assert.Equal((1, 3, null), (opened.Number, opened.Mails, opened.FrozenHash));
        Assert.Equal(["complete-intake Done complete", "prepare-text Done round-opened", "decide-on-text Open", "decide-on-text Open", "decide-on-text Open"], await _given.TasksAsync(id));
        var mail = await _given.MailAsync(id, 2);
        Assert.Equal("firm2@mail.example", mail.To);
        Assert.Equal(_given.Clock.GetUtcNow().AddSeconds(10), mail.NotBefore);
        Assert.Contains("martedì 24 marzo 2026", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Rappresentante", mail.Body, StringComparison.Ordinal);
        Assert.Contains("drafting.round-opened", await _given.HistoryAsync(id));
    }

    [Fact]
    public async Task Given_firms_of_three_languages_when_the_round_opens_then_each_reads_its_own()
    {
        var id = await _given.CaseInDraftingAsync(3);
        await _given.DraftAsync(id);
        await _given.WriteAsync(async db =>
        {
            var firms = await db.Firms.OrderBy(f => f.Name).ToListAsync();
            firms[1].Language = "fr";
            firms[2].Language = "en";
        });

        await _given.DoneAsync(_given.Lecco, await _given.RoundOfAsync(id, RoundKind.Working));

        Assert.StartsWith("Buongiorno", (await _given.MailAsync(id, 1)).Body, StringComparison.Ordinal);
        Assert.StartsWith("Bonjour", (await _given.MailAsync(id, 2)).Body, StringComparison.Ordinal);
        Assert.StartsWith("Good morning", (await _given.MailAsync(id, 3)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_final_round_when_it_opens_then_the_pdf_is_frozen_with_its_hash()
    {
        var id = await _given.CaseInDraftingAsync();
        await _given.DraftAsync(id);
        var request = await _given.RoundOfAsync(id, RoundKind.Final);

        var opened = await _given.DoneAsync(_given.Lecco, request);

        var draft = await _given.ReadAsync(db => db.Drafts.SingleAsync(d => d.CaseId == id));
        Assert.Equal(request.FinalPdf!.Sha256, opened.FrozenHash);
        Assert.Equal(request.FinalPdf.Sha256, draft.FrozenHash);
        Assert.Equal("application/pdf", await _given.ReadAsync(db => db.Files.Where(f => f.Id == draft.FrozenPdf).Select(f => f.ContentType).SingleAsync()));
    }

    [Fact]
    public async Task Given_a_frozen_version_when_it_is_put_to_the_firms_with_another_pdf_then_it_is_refused()
    {
        var id = await _given.CaseInRoundAsync(RoundKind.Final);
        await _given.DoneAsync(_given.Lecco, new ReviseText(id, "un refuso"));
        var other = await _given.Files.PutAsync("%PDF-1.4 altro %%EOF"u8.ToArray());

        Assert.Equal(["drafting.round-pdf-other-frozen"], await RefusedAsync((await _given.RoundOfAsync(id, RoundKind.Final)) with { FinalPdf = other }));
    }

    [Fact]
    public async Task Given_one_firm_only_when_a_round_is_opened_then_it_is_refused_and_nothing_is_sent()
    {
        var id = await _given.CaseInDraftingAsync(1);
        await _given.DraftAsync(id);

        Assert.Equal(["drafting.round-one-firm-only"], await RefusedAsync(await _given.RoundOfAsync(id, RoundKind.Working)));
        Assert.Equal(0, await _given.ReadAsync(db => db.Outbox.CountAsync()));
        Assert.Equal(0, await _given.ReadAsync(db => db.FirmLinks.CountAsync()));
    }

    [Fact]
    public async Task Given_several_things_in_the_way_when_a_round_is_opened_then_all_are_told_at_once()
    {
        var id = await _given.CaseInDraftingAsync(2, ContractTerms.None);
        await _given.DraftAsync(id);
        var foreign = await _given.FirmAsync(_given.Como, 3, "Gamma Srl");
        await _given.WriteAsync(async db =>
        {
            db.Add(new Participant(ParticipantId.New(_given.Clock), id, foreign, _given.Como.AssociationId, ParticipantStatus.Proposed, new DateOnly(2026, 3, 10)) { Order = 3 });
            (await db.Firms.SingleAsync(f => f.Name == "Alfa 1 Srl")).Email = null;
        });

        var codes = await RefusedAsync((await _given.RoundOfAsync(id, RoundKind.Final)) with { LastDay = new DateOnly(2026, 3, 22) });

        Assert.Equal(["drafting.round-unconfirmed-firms", "drafting.round-contents-missing", "drafting.round-last-day-wrong", "drafting.round-without-mailbox"], codes);
    }

    [Theory]
    [InlineData("2026-03-10")]
    [InlineData("2026-03-09")]
    [InlineData("2026-03-14")]
    public async Task Given_a_last_day_that_is_no_working_day_after_today_then_it_is_refused(string day)
    {
        var id = await _given.CaseInDraftingAsync();
        await _given.DraftAsync(id);

        Assert.Equal(["drafting.round-last-day-wrong"], await RefusedAsync((await _given.RoundOfAsync(id, RoundKind.Working)) with { LastDay = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }));
    }

    [Fact]
    public async Task Given_a_firm_without_mailbox_when_the_desk_says_it_calls_then_the_round_opens_without_a_mail_to_it()
    {
        var id = await _given.CaseInDraftingAsync();
        await _given.DraftAsync(id);
        await _given.WriteAsync(async db => (await db.Firms.SingleAsync(f => f.Name == "Alfa 1 Srl")).Email = null);

        var opened = await _given.DoneAsync(_given.Lecco, (await _given.RoundOfAsync(id, RoundKind.Working)) with { CallThem = true });

        Assert.Equal(1, opened.Mails);
        Assert.Equal(2, (await _given.RoundAsync(id)).Answers.Count);
    }

    [Fact]
    public async Task Given_an_open_round_when_another_is_opened_then_it_is_refused()
    {
        var id = await _given.CaseInRoundAsync();

        Assert.Equal(["drafting.round-already-open"], await RefusedAsync(await _given.RoundOfAsync(id, RoundKind.Working)));
    }

    [Fact]
    public async Task Given_a_newer_version_than_the_officer_saw_then_nothing_is_sent()
    {
        var id = await _given.CaseInDraftingAsync();
        await _given.DraftAsync(id);
        var request = await _given.RoundOfAsync(id, RoundKind.Working);
        await _given.DraftAsync(id, "Un altro testo");

        Assert.Equal(["drafting.round-version-moved"], await RefusedAsync(request));
    }

    [Fact]
    public async Task Given_the_same_form_twice_then_one_round_opens_and_both_get_the_same_answer()
    {
        var id = await _given.CaseInDraftingAsync();
        await _given.DraftAsync(id);
        var request = await _given.RoundOfAsync(id, RoundKind.Working);

        var first = await _given.DoneAsync(_given.Lecco, request);
        var second = await _given.DoneAsync(_given.Lecco, request);

        Assert.Equal(first, second);
        Assert.Equal(1, await _given.ReadAsync(db => db.ApprovalRounds.CountAsync()));
        Assert.Equal(2, await _given.ReadAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task Given_an_officer_of_another_desk_then_the_round_answers_as_if_it_were_not_there()
    {
        var id = await _given.CaseInDraftingAsync();
        await _given.DraftAsync(id);
        var request = await _given.RoundOfAsync(id, RoundKind.Working);
        _given.Actor = Actor.Of(_given.Como);

        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsync(request)).Refusal?.Kind);
    }

    [Fact]
    public async Task Given_the_preview_then_it_lists_each_recipient_and_the_mail_and_changes_nothing()
    {
        var id = await _given.CaseInDraftingAsync();
        await _given.DraftAsync(id);

        var preview = await _given.DoneAsync(_given.Lecco, new PrepareRound(id, RoundKind.Working, null, "A presto"));

        Assert.Equal(Given.RoundLastDay, preview.LastDay);
        Assert.Equal([("Alfa 1 Srl", "firm1@mail.example"), ("Alfa 2 Srl", "firm2@mail.example")], preview.Recipients.Select(r => (r.Firm, r.Address!)));
        Assert.Contains("«A presto»", Assert.Single(preview.Mails).Body, StringComparison.Ordinal);
        Assert.Empty(preview.Obstacles);
        Assert.Equal(0, await _given.ReadAsync(db => db.Outbox.CountAsync()));
    }

    private async Task<string[]> RefusedAsync(Workflows.Drafting.OpenApprovalRound.OpenApprovalRound request)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        var answer = await _given.SendAsync(request);
        Assert.NotNull(answer.Refusal);
        Assert.All(answer.Refusal.All, r => Assert.DoesNotContain("[", r.Text, StringComparison.Ordinal));
        return [.. answer.Refusal.All.Select(r => r.Code)];
    }
}
