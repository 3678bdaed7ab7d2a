using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Officers;
using Networks.Data.Signing;
using Networks.Workflows.Common;
using Networks.Workflows.Registration.SetReferenceEnterprise;
using Networks.Workflows.Signing.ShowSigning;
using Networks.Workflows.Signing.UploadSigned;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Signing;

public sealed class UploadSignedTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private Given _given = null!;
    private SigningCase _case = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(services => services.AddSingleton(signers.Trust));
        _case = await _given.CaseInSigningAsync();
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_four_signatories_when_one_file_comes_in_then_its_firm_has_signed_and_the_others_are_awaited()
    {
        var done = await _given.DoneAsync(_given.Lecco, await UploadAsync(signers.Sign(1)));

        Assert.Equal([SignatureVerdict.Valid], done.Files.Select(f => f.Verdict));
        Assert.Equal(["Alfa 1 Srl"], done.Files[0].Firms);
        Assert.False(done.DeedMade);
        Assert.Equal(3, (await OpenAsync()).Count);
        Assert.Contains("signing.signature-valid", await _given.HistoryAsync(_case.Id));
    }

    [Fact]
    public async Task Given_a_file_signed_in_parallel_when_it_comes_in_then_it_counts_for_both_firms()
    {
        var done = await _given.DoneAsync(_given.Lecco, await UploadAsync(signers.Sign(1, 2)));

        Assert.Equal(["Alfa 1 Srl", "Alfa 2 Srl"], done.Files[0].Firms);
        Assert.Equal(2, (await OpenAsync()).Count);
    }

    [Fact]
    public async Task Given_the_last_signature_when_it_comes_in_then_the_deed_is_made_and_the_filings_are_planned()
    {
        await _given.DoneAsync(_given.Como, await UploadAsync(signers.Sign(3)));
        await _given.DoneAsync(_given.Monza, await UploadAsync(signers.Sign(4)));

        var done = await _given.DoneAsync(_given.Lecco, await UploadAsync(signers.Sign(1), signers.Sign(2)));

        Assert.True(done.DeedMade);
        var deed = await _given.ReadAsync(db => db.Deeds.SingleAsync(d => d.CaseId == _case.Id));
        Assert.Equal((SignatureForm.DigitalStandardModel, new DateOnly(2026, 3, 10)), (deed.Form, deed.Date));
        var row = await _given.ReadAsync(db => db.Cases.SingleAsync(c => c.Id == _case.Id));
        Assert.Equal((CasePhase.Registration, new DateOnly(2026, 3, 10)), (row.Phase, row.DeedOn));
        Assert.Single(await OpenAsync("name-reference"));
        await _given.DoneAsync(_given.Lecco, new SetReferenceEnterprise(Ids.New(_given.Clock), _case.Id, _case.Firms[2]));
        var chambers = await _given.ReadAsync(db => db.Filings.Where(f => f.CaseId == _case.Id).Select(f => f.ChamberCode).ToListAsync());
        Assert.Equal(["como-lecco", "como-lecco", "como-lecco", "milano-monza-brianza-lodi"], chambers.Order());
        Assert.Equal(4, (await OpenAsync("send-filing")).Count);
    }

    [Fact]
    public async Task Given_another_document_when_it_is_signed_then_it_is_kept_as_evidence_and_counts_for_nobody()
    {
        var done = await _given.DoneAsync(_given.Lecco, await UploadAsync(signers.SignOther([.. Given.FrozenPdf, .. "!"u8], 1)));

        Assert.Equal(SignatureVerdict.Invalid, done.Files[0].Verdict);
        Assert.Contains("documento diverso", done.Files[0].Summary, StringComparison.Ordinal);
        Assert.Empty(done.Files[0].Firms);
        Assert.Equal(4, (await OpenAsync()).Count);
        Assert.Equal(1, await _given.ReadAsync(db => db.SignedFiles.CountAsync(f => f.CaseId == _case.Id)));
        Assert.Contains("signing.signature-invalid", await _given.HistoryAsync(_case.Id));
    }

    [Fact]
    public async Task Given_a_person_nobody_awaits_when_he_signed_then_the_sentence_names_both()
    {
        var done = await _given.DoneAsync(_given.Lecco, await UploadAsync(signers.Sign(7)));

        Assert.Equal(SignatureVerdict.Invalid, done.Files[0].Verdict);
        Assert.Contains("Rappresentante Numero7", done.Files[0].Summary, StringComparison.Ordinal);
        Assert.Contains("Rappresentante Numero1", done.Files[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_valid_and_an_invalid_file_when_both_come_in_then_each_has_its_own_end()
    {
        var done = await _given.DoneAsync(_given.Lecco, await UploadAsync(signers.Sign(1), signers.Sign(7)));

        Assert.Equal([SignatureVerdict.Valid, SignatureVerdict.Invalid], done.Files.Select(f => f.Verdict));
        Assert.Equal(3, (await OpenAsync()).Count);
    }

    [Fact]
    public async Task Given_a_co_desk_when_it_brings_another_desks_file_then_it_is_refused_and_nothing_is_kept()
    {
        await RefusedAsync(_given.Como, "signing.other-desks-firm", signers.Sign(3), signers.Sign(1));

        Assert.Equal(0, await _given.ReadAsync(db => db.SignedFiles.CountAsync()));
        Assert.Equal(4, (await OpenAsync()).Count);
    }

    [Fact]
    public async Task Given_a_co_desk_when_its_file_carries_another_desks_signature_too_then_only_its_own_firm_counts()
    {
        var file = signers.Sign(1, 3);
        var first = await _given.DoneAsync(_given.Como, await UploadAsync(file));
        var second = await _given.DoneAsync(_given.Lecco, await UploadAsync(file));

        Assert.Equal(["Alfa 3 Srl"], first.Files[0].Firms);
        Assert.Equal(["Alfa 1 Srl"], second.Files[0].Firms);
    }

    [Fact]
    public async Task Given_the_same_file_when_it_is_chosen_twice_then_nothing_is_kept()
    {
        var file = signers.Sign(1);

        await RefusedAsync(_given.Lecco, "signing.same-file-twice", file, file);

        Assert.Equal(0, await _given.ReadAsync(db => db.SignedFiles.CountAsync()));
    }

    [Fact]
    public async Task Given_a_firm_that_has_signed_when_it_signs_again_then_it_is_told_so()
    {
        await _given.DoneAsync(_given.Lecco, await UploadAsync(signers.Sign(1)));

        await RefusedAsync(_given.Lecco, "signing.already-signed", signers.Sign(1));
    }

    [Fact]
    public async Task Given_an_invalid_file_when_it_comes_again_then_it_was_looked_at_already()
    {
        var wrong = signers.Sign(7);
        await _given.DoneAsync(_given.Lecco, await UploadAsync(wrong));

        await RefusedAsync(_given.Lecco, "signing.already-looked-at", wrong);
    }

    [Fact]
    public async Task Given_no_file_then_it_is_refused_at_its_field()
    {
        await RefusedAsync(_given.Lecco, "signing.no-file");
    }

    [Fact]
    public async Task Given_a_firm_without_province_when_the_first_file_comes_in_then_the_cure_is_told_before_the_deed()
    {
        await _given.WriteAsync(async db => (await db.Firms.SingleAsync(f => f.Name == "Alfa 3 Srl")).ReaProvince = null);

        var refusal = await RefusedAsync(_given.Lecco, "signing.rea-province-missing", signers.Sign(1));

        Assert.Contains("Alfa 3 Srl", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_same_operation_when_it_is_sent_twice_then_the_file_is_kept_once()
    {
        var request = await UploadAsync(signers.Sign(1));
        await _given.DoneAsync(_given.Lecco, request);

        await _given.DoneAsync(_given.Lecco, request);

        Assert.Equal(1, await _given.ReadAsync(db => db.SignedFiles.CountAsync()));
    }

    [Fact]
    public async Task Given_a_deed_that_is_made_when_a_file_comes_in_then_it_is_refused()
    {
        await _given.DoneAsync(_given.Lecco, await UploadAsync(signers.Sign(1, 2, 3, 4)));

        await RefusedAsync(_given.Lecco, "signing.deed-already-made", signers.Sign(1));
    }

    [Fact]
    public async Task Given_a_desk_without_a_firm_here_when_it_uploads_then_the_case_does_not_exist_for_it()
    {
        var stranger = await StrangerAsync();

        await RefusedAsync(stranger, "common.not-found", signers.Sign(1));
    }

    [Fact]
    public async Task Given_a_desk_that_was_only_asked_for_a_firm_when_it_uploads_then_it_learns_nothing()
    {
        var stranger = await StrangerAsync();
        var firm = await _given.FirmAsync(stranger, 8);
        await _given.WriteAsync(db =>
        {
            db.Add(new Participant(ParticipantId.New(_given.Clock), _case.Id, firm, stranger.AssociationId, ParticipantStatus.Proposed, new DateOnly(2026, 3, 9)) { Order = 9 });
            return Task.CompletedTask;
        });

        await RefusedAsync(stranger, "common.not-found", signers.Sign(1));
    }

    [Fact]
    public async Task Given_a_firm_that_leaves_while_others_have_signed_then_drafting_begins_again_and_the_file_is_evidence()
    {
        await _given.DoneAsync(_given.Lecco, await UploadAsync(signers.Sign(1)));

        await _given.WriteAsync(async db => (await db.Participants.SingleAsync(p => p.Id == _case.Firms[3])).Leave(new DateOnly(2026, 3, 10), "ci ripensa"));
        await _given.EngineAsync(_case.Id, (engine, @case) => engine.SignalAsync(@case, CaseSignals.FirmLeaves, _case.Firms[3].Value, default));

        Assert.Equal("prepare-text Open", (await _given.TasksAsync(_case.Id))[^1]);
        var view = await _given.DoneAsync(_given.Lecco, new ShowSigning(_case.Id));
        Assert.Equal(SigningStage.NotYet, view.Stage);
        Assert.True(Assert.Single(view.Files).OtherVersion);
        await RefusedAsync(_given.Lecco, "signing.not-signing", signers.Sign(2));
    }

    private async Task<Officer> StrangerAsync()
    {
        var officer = new Officer(OfficerId.New(_given.Clock), await _given.ReadAsync(db => db.Associations.Where(a => a.Name == "Assolombarda").Select(a => a.Id).SingleAsync()), "Ugo Altro", "ugo@mail.example", OfficerRoles.Desk);
        await _given.WriteAsync(db =>
        {
            db.Add(officer);
            return Task.CompletedTask;
        });
        return officer;
    }

    private async Task<UploadSigned> UploadAsync(params byte[][] files)
    {
        var stored = new List<SignedUpload>();
        foreach (var file in files)
        {
            stored.Add(new SignedUpload($"firmato{stored.Count + 1}.p7m", await _given.StoredAsync(file)));
        }

        return new UploadSigned(Ids.New(_given.Clock), _case.Id, stored);
    }

    private async Task<Refusal> RefusedAsync(Officer officer, string code, params byte[][] files)
    {
        _given.Actor = Actor.Of(officer);
        var answer = await _given.SendAsync(await UploadAsync(files));
        Assert.Equal(code, answer.Refusal?.Code);
        return answer.Refusal!;
    }

    private async Task<List<string>> OpenAsync(string task = "upload-signed") =>
        [.. (await _given.TasksAsync(_case.Id)).Where(t => t == $"{task} Open")];
}
