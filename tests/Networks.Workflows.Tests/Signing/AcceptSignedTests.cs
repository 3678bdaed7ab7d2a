using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Signing;
using Networks.Workflows.Common;
using Networks.Workflows.Signing.AcceptSigned;
using Networks.Workflows.Signing.ShowSigning;
using Networks.Workflows.Signing.UploadSigned;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Signing;

/// <summary>No anchor is configured here, so that every signature is at best indeterminate.</summary>
public sealed class AcceptSignedTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private Given _given = null!;
    private SigningCase _case = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _case = await _given.CaseInSigningAsync();
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_an_indeterminate_file_when_nobody_has_decided_then_it_waits_and_counts_for_nobody()
    {
        await UploadAsync(signers.Sign(1));

        var view = await _given.DoneAsync(_given.Lecco, new ShowSigning(_case.Id));

        var file = Assert.Single(view.Files);
        Assert.True(file.Waits);
        Assert.Equal((SignatureVerdict.Indeterminate, false), (file.Verdict, file.Counts));
        Assert.Equal(0, view.SignedCount);
        Assert.Equal(["Alfa 1 Srl"], file.Firms);
    }

    [Fact]
    public async Task Given_an_indeterminate_file_when_an_officer_accepts_it_with_a_reason_then_it_counts_and_names_him()
    {
        var file = await UploadAsync(signers.Sign(1));

        await _given.DoneAsync(_given.Lecco, Accept(file, "verificato con il programma del prestatore: valida", _case.Firms[0]));

        var view = await _given.DoneAsync(_given.Lecco, new ShowSigning(_case.Id));
        Assert.Equal(("Persona Lecco", "verificato con il programma del prestatore: valida"), (view.Files[0].AcceptedBy, view.Files[0].AcceptedReason));
        Assert.Equal(1, view.SignedCount);
        Assert.Equal(3, (await _given.TasksAsync(_case.Id)).Count(t => t == "upload-signed Open"));
    }

    [Fact]
    public async Task Given_a_signed_pdf_when_it_is_accepted_for_all_then_the_deed_is_made()
    {
        byte[] pdf = [.. Given.FrozenPdf, .. "firme"u8];
        var file = await UploadAsync(pdf);

        var done = await _given.DoneAsync(_given.Lecco, Accept(file, "firme PAdES verificate una a una", [.. _case.Firms]));

        Assert.True(done.DeedMade);
        Assert.Equal(SignatureVerdict.NotChecked, await _given.ReadAsync(db => db.SignedFiles.Select(f => f.Verdict).SingleAsync()));
        Assert.Equal(new DateOnly(2026, 3, 10), await _given.ReadAsync(db => db.Deeds.Select(d => d.Date).SingleAsync()));
    }

    [Fact]
    public async Task Given_no_reason_and_no_firm_when_it_is_accepted_then_both_are_asked_for()
    {
        var file = await UploadAsync(signers.Sign(1));

        var refusal = await RefusedAsync(Accept(file, " "), _given.Lecco);

        Assert.Equal(["signing.reason-missing", "signing.signatories-missing"], refusal.All.Select(r => r.Code));
    }

    [Fact]
    public async Task Given_an_invalid_file_when_somebody_accepts_it_then_it_does_not_pass()
    {
        var file = await UploadAsync(signers.SignOther("altro"u8.ToArray(), 1));

        Assert.Equal("signing.invalid-cannot-pass", (await RefusedAsync(Accept(file, "mi fido", _case.Firms[0]), _given.Lecco)).Code);
    }

    [Fact]
    public async Task Given_a_co_desk_when_it_accepts_a_file_then_it_may_not()
    {
        var file = await UploadAsync(signers.Sign(1));

        Assert.Equal("common.not-allowed", (await RefusedAsync(Accept(file, "valida", _case.Firms[0]), _given.Como)).Code);
    }

    [Fact]
    public async Task Given_a_file_that_counts_when_it_is_accepted_again_then_there_is_nothing_to_decide()
    {
        var file = await UploadAsync(signers.Sign(1));
        await _given.DoneAsync(_given.Lecco, Accept(file, "valida", _case.Firms[0]));

        Assert.Equal("signing.nothing-to-decide", (await RefusedAsync(Accept(file, "valida", _case.Firms[1]), _given.Lecco)).Code);
    }

    private AcceptSigned Accept(Guid file, string reason, params ParticipantId[] firms) =>
        new(Ids.New(_given.Clock), _case.Id, file, reason, firms);

    private async Task<Guid> UploadAsync(byte[] bytes)
    {
        var done = await _given.DoneAsync(_given.Lecco, new UploadSigned(Ids.New(_given.Clock), _case.Id, [new SignedUpload("firmato.p7m", await _given.StoredAsync(bytes))]));
        return done.Files[0].Id;
    }

    private async Task<Refusal> RefusedAsync(AcceptSigned request, Data.Officers.Officer officer)
    {
        _given.Actor = Actor.Of(officer);
        var answer = await _given.SendAsync(request);
        Assert.False(answer.Ok);
        return answer.Refusal!;
    }
}
