using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Networks.Web.Infrastructure;
using Networks.Workflows.Rules;
using Networks.Workflows.Signatures;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Signing;

public sealed class SignaturesSetupTests(Signers signers) : IClassFixture<Signers>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-web-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Given_a_file_of_anchors_in_the_configuration_then_its_authority_is_believed()
    {
        await using var app = Create($"--{SignaturesSetup.AnchorsSetting}:0={signers.Authority.AnchorPath}");

        Assert.Single(app.Services.GetRequiredService<SignatureTrust>().Anchors);
    }

    [Fact]
    public void Given_a_file_of_anchors_that_is_missing_then_the_service_does_not_start_and_says_which()
    {
        var fault = Assert.Throws<InstallationFaultException>(() => Create($"--{SignaturesSetup.AnchorsSetting}:0=/nowhere/ca.pem"));

        Assert.Equal("signatures.anchor-file-missing", fault.Code);
        Assert.Contains("/nowhere/ca.pem", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_verified_fact_in_the_configuration_then_it_loses_its_mark()
    {
        await using var app = Create($"--{VerifiableFacts.Section}:RegistrationTaxTermDays:Value=20", $"--{VerifiableFacts.Section}:RegistrationTaxTermDays:Verified=true");

        Assert.Equal(new VerifiableFact<int>(20) { Verified = true }, app.Services.GetRequiredService<VerifiableFacts>().RegistrationTaxTermDays);
    }

    private WebApplication Create(params string[] settings) => NetworksApp.Create([$"--Networks:Folder={_folder}", .. settings]);
}
