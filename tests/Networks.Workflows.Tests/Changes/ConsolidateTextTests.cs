using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Files;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Changes.ConsolidateText;
using Networks.Workflows.Changes.RecordVote;
using Networks.Workflows.Changes.ShowChange;
using Networks.Workflows.Changes.VoteByLink;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;
using Networks.Workflows.Tests.Documents;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Changes;

/// <summary>The contract as it reads after an amendment.</summary>
public sealed partial class ConsolidateTextTests : IAsyncLifetime
{
    private const string _durationTitle = "Efficacia, durata e rinnovo";
    private static readonly DateOnly _today = new(2026, 3, 10);
    private Given _given = null!;
    private RunningNetwork _network = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(services => services.AddSingleton<ITemplates>(new ShippedTemplates()));
        _network = await _given.RunningNetworkAsync();
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_text_made_here_when_an_amendment_is_entered_then_its_article_has_the_new_words_and_every_other_stays()
    {
        var signed = await SignedTextAsync();
        var change = await AmendedAsync(t => t with { DurationYears = 9 });

        var text = await ReadAsync(change);

        Assert.Contains("SENZA VALORE LEGALE", Said(text.Blocks[0]), StringComparison.Ordinal);
        Assert.Contains("anni 9 (nove)", text.Clauses.Single(c => c.Title == _durationTitle).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("anni 5", string.Join('\n', text.Clauses.Select(c => c.Text)), StringComparison.Ordinal);
        Assert.Equal(signed.Clauses.Where(c => c.Number is not null && c.Title != _durationTitle), text.Clauses.Where(c => c.Number is not null && c.Title != _durationTitle));
        Assert.Equal(signed.Clauses.Select(c => (c.Number, c.Title)), text.Clauses.Select(c => (c.Number, c.Title)));
    }

    [Fact]
    public async Task Given_two_amendments_when_each_is_asked_for_then_it_says_what_held_then()
    {
        await SignedTextAsync();
        var first = await AmendedAsync(t => t with { DurationYears = 9 });
        _given.Clock.GoTo(new DateOnly(2026, 3, 12));
        var second = await AmendedAsync(t => t with { Programme = "vendono insieme all'estero" });

        var (before, after) = (await ReadAsync(first), await ReadAsync(second));

        Assert.DoesNotContain("vendono insieme all'estero", All(before), StringComparison.Ordinal);
        Assert.Contains("vendono insieme all'estero", All(after), StringComparison.Ordinal);
        Assert.Contains("anni 9 (nove)", All(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_article_edited_by_hand_when_it_is_amended_then_the_signed_words_stay_with_the_new_ones_in_brackets()
    {
        await SignedTextAsync("Contratto di rete", $"Art. 1 - {_durationTitle}", "Cinque anni, salvo intesa scritta.", "Art. 2 - Foro", "Lecco.");
        var change = await AmendedAsync(t => t with { DurationYears = 9 });

        var text = await ReadAsync(change);

        var article = text.Clauses.Single(c => c.Title == _durationTitle).Text;
        Assert.StartsWith("Cinque anni, salvo intesa scritta.\n[", article, StringComparison.Ordinal);
        Assert.Contains("anni 9 (nove)", article, StringComparison.Ordinal);
        Assert.Equal("Lecco.", text.Clauses.Single(c => c.Title == "Foro").Text);
    }

    [Fact]
    public async Task Given_a_participant_when_it_opens_the_link_of_its_vote_then_it_reads_the_same_and_one_that_has_left_finds_nothing()
    {
        await SignedTextAsync();
        var change = await AmendedAsync(t => t with { DurationYears = 9 });
        var token = Link().Match((await _given.MailAsync(_network.Id, 1, "changes.vote-asked")).Body).Groups[1].Value;
        _given.Actor = Actor.Nobody;

        Assert.True((await _given.SendAsync(new ShowVote(token))).Value.Consolidated);
        var byLink = (await _given.SendAsync(new ConsolidateTextByVote(token))).Value;
        Assert.Equal(All(await ReadAsync(change)), All(WordReader.Read(UploadGate.CheckWord(byLink.Bytes).Value)));

        await _given.WriteAsync(async db => (await db.Participants.SingleAsync(p => p.Id == _network.Firms[0])).Withdraw(_today, "just-cause"));
        Assert.Equal("common.not-found", (await _given.SendAsync(new ConsolidateTextByVote(token))).Refusal?.Code);
        Assert.False((await _given.SendAsync(new ShowVote(token))).Value.Consolidated);
    }

    [Fact]
    public async Task Given_no_amendment_in_force_or_no_signed_text_then_it_is_refused()
    {
        var change = (await OpenAsync(t => t with { DurationYears = 9 })).Change;
        Assert.Equal("common.not-found", await RefusedAsync(change));

        await EnterAsync(change);

        Assert.Equal("changes.signed-text-not-here", await RefusedAsync(change));
    }

    /// <summary>The text that was frozen: made from the template, or with these paragraphs.</summary>
    private async Task<WordText> SignedTextAsync(params string[] paragraphs)
    {
        await using var scope = _given.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var parties = await ContractParties.LoadSignatoriesAsync(db, _network.Id, default);
        var template = UploadGate.CheckWord((await new ShippedTemplates().ReadAsync("network-contract/v1.docx", default))!).Value;
        var bytes = paragraphs.Length > 0
            ? WordFiles.Bytes(string.Concat(paragraphs.Select(WordFiles.Paragraph)))
            : NetworkContractFields.Draft(template, ContractTextOf.Facts(parties, parties.Case.DeedOn!.Value)).Value.Bytes.ToArray();
        var stored = await _given.Files.PutAsync(bytes);
        await _given.WriteAsync(db =>
        {
            var file = new StoredFile(FileId.New(_given.Clock), stored.Sha256, stored.SizeBytes, "v1.docx", WordFile.MediaType, _given.Clock.GetUtcNow()) { CaseId = _network.Id };
            var draft = new Draft(DraftId.New(_given.Clock), _network.Id, 1, file.Id, "text", _given.Clock.GetUtcNow()) { Origin = DraftOrigin.Generated };
            draft.Freeze(file.Id, stored.Sha256);
            db.AddRange(file, draft);
            return Task.CompletedTask;
        });
        return WordReader.Read(UploadGate.CheckWord(bytes).Value);
    }

    private async Task<Guid> AmendedAsync(Func<AmendableTerms, AmendableTerms> terms)
    {
        var change = (await OpenAsync(terms)).Change;
        await EnterAsync(change);
        return change;
    }

    private async Task<OpenedAmendment> OpenAsync(Func<AmendableTerms, AmendableTerms> terms)
    {
        var now = await _given.ReadAsync(async db => AmendableTerms.Of(await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == _network.Id)));
        return await _given.DoneAsync(_given.Lecco, new OpenAmendment(Ids.New(_given.Clock), _network.Id, terms(now), "come deciso in assemblea", null));
    }

    private async Task EnterAsync(Guid change)
    {
        var day = BusinessCalendar.DayOf(_given.Clock.GetUtcNow());
        foreach (var vote in (await _given.DoneAsync(_given.Lecco, new ShowChange(_network.Id, change))).Votes)
        {
            await _given.DoneAsync(_given.Lecco, new RecordVote(Ids.New(_given.Clock), _network.Id, vote.Vote, true, "in assemblea"));
        }

        await _given.DocumentAsync(_network.Id, change, day);
        await _given.EnterFilingsAsync(_network.Id, change, day);
    }

    private async Task<WordText> ReadAsync(Guid change)
    {
        var file = await _given.DoneAsync(_given.Lecco, new ConsolidateText(_network.Id, change));
        Assert.Equal(WordFile.MediaType, file.ContentType);
        return WordReader.Read(UploadGate.CheckWord(file.Bytes).Value);
    }

    private async Task<string?> RefusedAsync(Guid change)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        return (await _given.SendAsync(new ConsolidateText(_network.Id, change))).Refusal?.Code;
    }

    private static string All(WordText text) => string.Join('\n', text.Clauses.Select(c => $"{c.Title}\n{c.Text}"));

    private static string Said(WordBlock block) => block switch
    {
        WordHeading heading => heading.Text,
        WordParagraph paragraph => paragraph.Text,
        _ => "",
    };

    [GeneratedRegex("/v/([A-Za-z0-9_-]{43})")]
    private static partial Regex Link();
}
