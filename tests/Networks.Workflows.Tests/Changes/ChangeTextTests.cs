using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Signing;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Changes.CloseNetwork;
using Networks.Workflows.Changes.MakeText;
using Networks.Workflows.Changes.RecordDocument;
using Networks.Workflows.Changes.RecordVote;
using Networks.Workflows.Changes.ShowChange;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;
using Networks.Workflows.Intake.OpenAccession;
using Networks.Workflows.Tests.Documents;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Changes;

/// <summary>The documents of changes: made from the template, signed outside, compared with what was made.</summary>
public sealed class ChangeTextTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private static readonly DateOnly _today = new(2026, 3, 10);
    private Given _given = null!;
    private RunningNetwork _network = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(services => services.AddSingleton(signers.Trust).AddSingleton<ITemplates>(new ShippedTemplates()).AddSingleton<IPdfConverter>(new TextAsPdf()));
        _network = await _given.RunningNetworkAsync();
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_each_kind_of_change_when_its_text_is_made_then_it_says_the_facts_and_leaves_nothing_open()
    {
        var seen = await _given.SimulateAsync(_network, "just-cause", _today, 1);
        Assert.Contains("recesso per giusta causa", await MadeAsync((await _given.DoneAsync(_given.Lecco, _given.Accept(_network, seen))).Changes.Single()), StringComparison.Ordinal);
        var other = _network = await _given.RunningNetworkAsync();
        Assert.Contains("Nuovo programma", await MadeAsync(await AmendedAsync()), StringComparison.Ordinal);
        Assert.Contains("Gamma Srl", await MadeAsync((await _given.DoneAsync(_given.Lecco, new OpenAccession(Ids.New(_given.Clock), other.Id, (await _given.FirmAsync(await _given.FirmAsync(_given.Lecco, 40, "Gamma Srl"))).TaxCode, null, null))).Change), StringComparison.Ordinal);
        _network = await _given.RunningNetworkAsync();
        Assert.Contains("sono d'accordo tutte le imprese", await MadeAsync(await ClosingAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_text_that_was_made_when_all_have_signed_it_then_the_verdict_stands_with_the_change()
    {
        var change = await AmendedAsync();
        var pdf = await FreezeAsync(change);

        await _given.DoneAsync(_given.Lecco, await RecordAsync(change, signers.SignOther(pdf, 1, 2, 3)));

        var seen = await _given.DoneAsync(_given.Lecco, new ShowChange(_network.Id, change));
        Assert.Equal(SignatureVerdict.Valid, seen.SignatureCheck!.Verdict);
        Assert.Equal(["Alfa 1 Srl", "Alfa 2 Srl", "Alfa 3 Srl"], seen.SignatureCheck.Firms);
        Assert.Null(seen.SignatureCheck.Reason);
        Assert.Equal(["send-filing"], await _given.OpenBesideAsync(_network.Id));
    }

    [Fact]
    public async Task Given_the_signed_file_of_another_change_when_it_is_brought_then_it_is_refused_and_nothing_is_kept()
    {
        var first = await AmendedAsync();
        var signed = signers.SignOther(await FreezeAsync(first), 1, 2, 3);
        _network = await _given.RunningNetworkAsync();
        var second = await ClosingAsync();
        await FreezeAsync(second);

        Assert.Equal("changes.signature-invalid", await RefusedAsync(await RecordAsync(second, signed)));
        Assert.Equal("changes.signature-invalid", await RefusedAsync((await RecordAsync(second, signed)) with { Reason = "va bene lo stesso" }));
        Assert.Equal(0, await _given.ReadAsync(db => db.ChangeSignatures.CountAsync()));
    }

    [Fact]
    public async Task Given_a_signature_that_is_missing_when_the_file_is_brought_then_an_officer_says_why_it_is_taken()
    {
        var change = await AmendedAsync();
        var pdf = await FreezeAsync(change);
        var two = signers.SignOther(pdf, 1, 2);
        Assert.Equal("changes.signatures-missing", await RefusedAsync(await RecordAsync(change, two)));

        await _given.DoneAsync(_given.Lecco, (await RecordAsync(change, two)) with { Reason = "la terza ha firmato su carta" });

        var seen = await _given.DoneAsync(_given.Lecco, new ShowChange(_network.Id, change));
        Assert.Equal("la terza ha firmato su carta", seen.SignatureCheck!.Reason);
        Assert.Equal(2, seen.SignatureCheck.Firms.Count);
    }

    [Fact]
    public async Task Given_a_text_that_was_made_anew_when_the_one_before_comes_back_signed_then_it_is_another_document()
    {
        var change = await AmendedAsync();
        var before = await FreezeAsync(change);
        await _given.DoneAsync(_given.Lecco, new FreezeChangeText(_network.Id, change, await _given.StoredAsync("word"u8.ToArray()), await _given.StoredAsync("%PDF-1.4 altro testo"u8.ToArray())) { OperationId = Ids.New(_given.Clock) });

        Assert.Equal("changes.signature-invalid", await RefusedAsync(await RecordAsync(change, signers.SignOther(before, 1, 2, 3))));
    }

    private async Task<string> MadeAsync(Guid change)
    {
        var made = await _given.DoneAsync(_given.Lecco, new MakeChangeText(_network.Id, change));
        var word = UploadGate.CheckWord(await _given.Files.ReadAsync(made.Word.Sha256, default)).Value;
        var text = string.Join('\n', WordFiles.Lines(word));
        Assert.Empty(WordFiles.Findings(word));
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        return text;
    }

    private async Task<byte[]> FreezeAsync(Guid change)
    {
        var made = await _given.DoneAsync(_given.Lecco, new MakeChangeText(_network.Id, change));
        await _given.DoneAsync(_given.Lecco, new FreezeChangeText(_network.Id, change, made.Word, made.Pdf) { OperationId = Ids.New(_given.Clock) });
        return await _given.Files.ReadAsync(made.Pdf.Sha256, default);
    }

    private async Task<Guid> AmendedAsync()
    {
        var terms = await _given.ReadAsync(async db => AmendableTerms.Of(await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == _network.Id)));
        var change = (await _given.DoneAsync(_given.Lecco, new OpenAmendment(Ids.New(_given.Clock), _network.Id, terms with { Programme = "Nuovo programma" }, null, null))).Change;
        return await AgreeAsync(change);
    }

    private async Task<Guid> ClosingAsync() => await AgreeAsync((await _given.DoneAsync(_given.Lecco, new OpenClosing(Ids.New(_given.Clock), _network.Id, "all-agree", null, null, null))).Change);

    private async Task<Guid> AgreeAsync(Guid change)
    {
        foreach (var vote in (await _given.DoneAsync(_given.Lecco, new ShowChange(_network.Id, change))).Votes)
        {
            await _given.DoneAsync(_given.Lecco, new RecordVote(Ids.New(_given.Clock), _network.Id, vote.Vote, true, "in assemblea"));
        }

        return change;
    }

    private async Task<RecordDocument> RecordAsync(Guid change, byte[] signed) =>
        new(Ids.New(_given.Clock), _network.Id, change, _today, null, null, new DocumentUpload("atto.pdf.p7m", await _given.StoredAsync(signed)), true);

    private async Task<string> RefusedAsync<T>(MediatR.IRequest<Result<T>> request)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        return (await _given.SendAsync(request)).Refusal!.Code;
    }

    /// <summary>Stands for the program outside: what it gives hangs on every word of the document.</summary>
    private sealed class TextAsPdf : IPdfConverter
    {
        public Task<Result<byte[]>> ToPdfAsync(WordFile document, CancellationToken cancellationToken) =>
            Task.FromResult<Result<byte[]>>(Encoding.UTF8.GetBytes($"%PDF-1.4 {string.Join('\n', WordFiles.Lines(document))} %%EOF"));
    }
}
