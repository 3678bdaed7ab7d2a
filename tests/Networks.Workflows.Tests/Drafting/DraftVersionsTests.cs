using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;
using Networks.Workflows.Drafting.GenerateDraft;
using Networks.Workflows.Drafting.ShowContract;
using Networks.Workflows.Drafting.UploadVersion;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Drafting;

public sealed class DraftVersionsTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() =>
        _given = await Given.NewAsync(services => services.AddSingleton<ITemplates>(new ShippedTemplates()));

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_complete_terms_when_a_draft_is_made_then_it_names_every_firm_and_is_kept_with_its_hash()
    {
        var id = await _given.CaseInDraftingAsync(firms: 3);

        var added = await _given.DoneAsync(_given.Lecco, new GenerateDraft(id, false));

        var draft = await _given.ReadAsync(db => db.Drafts.SingleAsync(d => d.CaseId == id));
        var text = WordReader.Read(await WordAsync(draft.WordFile));
        Assert.Equal((1, DraftOrigin.Generated, "network-contract/v1.docx"), (draft.Number, draft.Origin, draft.Template));
        Assert.Equal(draft.TextHash, text.Sha256);
        var whole = string.Join('\n', text.Clauses.Select(c => c.Text));
        Assert.All(Enumerable.Range(1, 3), n => Assert.Contains($"Alfa {n} Srl", whole, StringComparison.Ordinal));
        Assert.False(added.Superseded);
        Assert.Contains("drafting.draft-generated", await _given.HistoryAsync(id));
    }

    [Fact]
    public async Task Given_terms_that_lack_when_a_draft_is_made_then_all_gaps_are_told_and_nothing_is_stored()
    {
        var id = await _given.CaseInDraftingAsync(terms: ContractTerms.None);
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(new GenerateDraft(id, false));

        Assert.Equal(RefusalKind.Invalid, answer.Refusal!.Kind);
        Assert.Contains("documents.missing-objectives", answer.Refusal.All.Select(r => r.Code));
        Assert.Contains("documents.missing-duties", answer.Refusal.All.Select(r => r.Code));
        Assert.Equal(0, await _given.ReadAsync(db => db.Drafts.CountAsync()));
    }

    [Fact]
    public async Task Given_a_version_edited_in_word_when_it_is_brought_back_then_it_is_the_next_one_and_tells_what_changed()
    {
        var id = await _given.CaseInDraftingAsync();
        await _given.DoneAsync(_given.Lecco, new GenerateDraft(id, false));
        var edited = await EditedAsync(id, paragraph => paragraph.InnerText.Contains("acquistano insieme", StringComparison.Ordinal), " e servizi");

        var added = await _given.DoneAsync(_given.Lecco, new UploadVersion(id, edited, "aggiunti i servizi", false));

        var sheet = await _given.DoneAsync(_given.Lecco, new ShowContract(id));
        Assert.Equal(2, added.Number);
        Assert.Equal([2, 1], sheet.Versions.Select(v => v.Number));
        Assert.Equal("Persona Lecco", sheet.Versions[0].Author);
        var change = Assert.Single(sheet.Changes);
        Assert.Equal(ClauseChangeKind.Changed, change.Kind);
        Assert.Contains("e servizi", change.After!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_same_text_when_it_is_brought_back_then_it_is_refused()
    {
        var id = await _given.CaseInDraftingAsync();
        await _given.DoneAsync(_given.Lecco, new GenerateDraft(id, false));
        var draft = await _given.ReadAsync(db => db.Drafts.SingleAsync(d => d.CaseId == id));
        var same = await _given.Files.PutAsync((await WordAsync(draft.WordFile)).Bytes.ToArray());

        var answer = await _given.SendAsync(new UploadVersion(id, same, null, false));

        Assert.Equal("drafting.same-text", answer.Refusal?.Code);
    }

    [Fact]
    public async Task Given_open_tracked_changes_when_the_file_is_brought_back_then_it_is_refused()
    {
        var id = await _given.CaseInDraftingAsync();
        await _given.DoneAsync(_given.Lecco, new GenerateDraft(id, false));
        var tracked = await EditedAsync(id, _ => true, " nuovo", tracked: true);

        var answer = await _given.SendAsync(new UploadVersion(id, tracked, null, false));

        Assert.Equal("drafting.tracked-changes", answer.Refusal?.Code);
        Assert.Equal(1, await _given.ReadAsync(db => db.Drafts.CountAsync()));
    }

    [Fact]
    public async Task Given_a_pdf_renamed_when_it_is_brought_back_then_it_is_refused_in_words()
    {
        var id = await _given.CaseInDraftingAsync();
        var pdf = await _given.Files.PutAsync("%PDF-1.7 not a word file"u8.ToArray());
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(new UploadVersion(id, pdf, null, false));

        Assert.Equal(("documents.not-word", "file"), (answer.Refusal?.Code, answer.Refusal?.Field));
    }

    [Fact]
    public async Task Given_the_file_store_is_full_when_a_draft_is_made_then_nothing_is_half_done()
    {
        var id = await _given.CaseInDraftingAsync();
        _given.Files.Full = true;
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(new GenerateDraft(id, false));

        Assert.Equal(RefusalKind.NoRoom, answer.Refusal?.Kind);
        Assert.Equal(0, await _given.ReadAsync(db => db.Drafts.CountAsync()));
        Assert.DoesNotContain("drafting.draft-generated", await _given.HistoryAsync(id));
    }

    [Fact]
    public async Task Given_a_foreign_desk_when_it_makes_a_draft_then_the_case_does_not_exist_for_it()
    {
        var id = await _given.CaseInDraftingAsync();
        _given.Actor = Actor.Of(_given.Como);

        var foreign = await _given.SendAsync(new GenerateDraft(id, false));
        var missing = await _given.SendAsync(new GenerateDraft(CaseId.New(_given.Clock), false));

        Assert.Equal(("common.not-found", "common.not-found"), (foreign.Refusal?.Code, missing.Refusal?.Code));
    }

    private async Task<WordFile> WordAsync(FileId file)
    {
        var hash = await _given.ReadAsync(db => db.Files.Where(f => f.Id == file).Select(f => f.Sha256).SingleAsync());
        return UploadGate.CheckWord(await _given.Files.ReadAsync(hash, default)).Value;
    }

    private async Task<StoredBytes> EditedAsync(CaseId id, Func<Paragraph, bool> which, string addition, bool tracked = false)
    {
        var draft = await _given.ReadAsync(db => db.Drafts.OrderByDescending(d => d.Number).FirstAsync(d => d.CaseId == id));
        using var memory = new MemoryStream();
        memory.Write((await WordAsync(draft.WordFile)).Bytes.Span);
        using (var document = WordprocessingDocument.Open(memory, true))
        {
            var paragraph = document.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().First(which);
            var run = new Run(new Text(addition) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve });
            paragraph.Append(tracked ? new InsertedRun(run) { Author = "Ada", Id = "1" } : run);
        }

        return await _given.Files.PutAsync(memory.ToArray());
    }
}
