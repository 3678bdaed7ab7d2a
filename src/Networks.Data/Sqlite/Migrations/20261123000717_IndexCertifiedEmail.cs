using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Networks.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class IndexCertifiedEmail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Firms_CertifiedEmail",
                table: "Firms",
                column: "CertifiedEmail");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Firms_CertifiedEmail",
                table: "Firms");
        }
    }
}
